package command

import (
	"errors"
	"flag"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/words"
)

// option is a flag as the help names it.
type option struct {
	name  string
	short string // one letter, or ""
	value string // what stands for the value, "" for a flag without one
	usage string
}

// text gives a command a flag with a value.
func (r *runner) text(c *cobra.Command, into *string, o option) {
	c.Flags().VarP(&once{flag: o.name, into: into}, o.name, o.short, "")
	r.options[c] = append(r.options[c], o)
}

// once is a value that a flag is given once only: of two, one would go unheard.
type once struct {
	flag  string
	into  *string
	given bool
}

var _ flag.Value = (*once)(nil)

// givenTwice is the error for a flag of one value that is there again; it is the name of the flag.
type givenTwice string

// Error implements error.
func (g givenTwice) Error() string { return string(g) + " is given twice" }

// String returns the value.
func (o *once) String() string { return *o.into }

// Set takes the value, and returns a givenTwice where there was one.
func (o *once) Set(value string) error {
	if o.given {
		return givenTwice("--" + o.flag)
	}
	*o.into, o.given = value, true
	return nil
}

// Type is what cobra asks a value for besides.
func (o *once) Type() string { return "string" }

// texts gives a command a flag with a value that may be repeated.
func (r *runner) texts(c *cobra.Command, into *[]string, o option) {
	c.Flags().StringArrayVarP(into, o.name, o.short, nil, "")
	r.options[c] = append(r.options[c], o)
}

// yes gives a command a flag without a value.
func (r *runner) yes(c *cobra.Command, into *bool, o option) {
	c.Flags().BoolVarP(into, o.name, o.short, false, "")
	r.options[c] = append(r.options[c], o)
}

// commandFirst moves the command to the front of the line, because cobra understands only the flags
// of all commands before it.
func (r *runner) commandFirst(root *cobra.Command, args []string) []string {
	for i := 0; i < len(args); i++ {
		switch a := args[i]; {
		case a == "--":
			return args
		case a == "-" || !strings.HasPrefix(a, "-"):
			return slices.Concat([]string{a}, args[:i], args[i+1:])
		case r.takesValue(a):
			i++
		}
	}
	return args
}

// takesValue reports whether the argument after a flag is its value. A flag of one name is the same
// for all commands that know it.
func (r *runner) takesValue(arg string) bool {
	for _, options := range r.options {
		for _, o := range options {
			if o.value != "" && (arg == "--"+o.name || o.short != "" && arg == "-"+o.short) {
				return true
			}
		}
	}
	return false
}

// flagError says in words what is wrong with a flag.
func (r *runner) flagError(c *cobra.Command, err error) error {
	var twice givenTwice
	var named interface{ GetSpecifiedName() string }
	var valued interface{ GetValue() string }
	var spelled interface{ GetSpecifiedFlag() string }
	switch {
	case errors.As(err, &twice):
		return r.usage("command.flag_twice", words.Args{"Flag": string(twice)})
	case errors.As(err, &valued):
		return r.usage("command.flag_no_value", words.Args{"Command": c.CommandPath(), "Value": valued.GetValue()})
	case errors.As(err, &spelled):
		return r.usage("command.flag_unknown", words.Args{"Command": c.CommandPath(), "Flag": spelled.GetSpecifiedFlag()})
	case !errors.As(err, &named):
		return usageError{err}
	}
	for _, o := range slices.Concat(r.options[c], r.options[c.Root()]) {
		if name := named.GetSpecifiedName(); name == o.name || name == o.short {
			return r.usage("command.flag_needs_value", words.Args{"Flag": "--" + o.name, "Value": o.value})
		}
	}
	unknown := "--" + named.GetSpecifiedName()
	var grouped interface{ GetSpecifiedShortnames() string }
	if errors.As(err, &grouped) && grouped.GetSpecifiedShortnames() != "" {
		unknown = "-" + grouped.GetSpecifiedShortnames()
	}
	return r.usage("command.flag_unknown", words.Args{"Command": c.CommandPath(), "Flag": unknown})
}

// noArgs refuses words that a command has no use for.
func (r *runner) noArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return r.usage("command.too_much", words.Args{"Command": c.CommandPath(), "Value": args[0]})
	}
	return nil
}

// someArgs refuses a command without what it is about.
func (r *runner) someArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return r.usage("command.too_little", words.Args{"Usage": usageLine(c), "Command": c.CommandPath()})
	}
	return nil
}

// unknownCommand refuses what is no command and nothing that the window opens, and names the command that may be
// meant.
func (r *runner) unknownCommand(root *cobra.Command, args []string) error {
	for len(args) > 0 {
		opens, err := r.opens(args[0])
		if err != nil {
			return err
		}
		if !opens {
			break
		}
		args = args[1:]
	}
	if len(args) == 0 {
		return nil
	}
	if near := root.SuggestionsFor(args[0]); len(near) > 0 {
		return r.usage("command.unknown_near", words.Args{"Name": args[0], "Near": near[0]})
	}
	return r.usage("command.unknown", words.Args{"Name": args[0]})
}
