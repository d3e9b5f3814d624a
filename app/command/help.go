package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/words"
)

// helpWidth is how long a line of help gets, in cells.
const helpWidth = 96

// help writes how a command is called and what its flags do.
func (r *runner) help(c *cobra.Command) {
	w := r.Words
	text := c.Long
	if text == "" {
		text = c.Short + "."
	}
	for _, paragraph := range strings.Split(text, "\n\n") {
		for _, line := range wrap(paragraph, helpWidth) {
			r.say(line)
		}
		r.say("")
	}
	r.say(w.T("command.usage", words.Args{"Line": usageLine(c)}))
	if c == c.Root() {
		r.heading("command.commands")
		var rows [][]string
		for _, sub := range c.Commands() {
			rows = append(rows, []string{sub.Name(), sub.Short})
		}
		r.glossary(rows)
	}
	if len(r.options[c]) > 0 && c != c.Root() {
		r.heading("command.flags")
		r.glossary(spelled(r.options[c]))
	}
	r.heading("command.flags_for_all")
	r.glossary(spelled(r.options[c.Root()]))
	if c == c.Root() {
		r.say("")
		r.say(w.T("command.more_help"))
		r.say(w.T("command.exit_status"))
	}
}

// usageLine is how a command is called: without the name of the command for the window itself.
func usageLine(c *cobra.Command) string {
	if c == c.Root() {
		return c.Name() + " [COMMAND | FILE… | LINK]"
	}
	return c.Root().Name() + " " + c.Use
}

// heading begins a section of an answer.
func (r *runner) heading(id string) {
	r.say("")
	r.say(r.Words.T(id))
}

// spelled returns options as rows of a glossary.
func spelled(options []option) [][]string {
	var rows [][]string
	for _, o := range options {
		flag := "--" + o.name
		if o.short != "" {
			flag = "-" + o.short + ", " + flag
		}
		rows = append(rows, []string{strings.TrimSpace(flag + " " + o.value), o.usage})
	}
	return rows
}

// glossary writes terms with what they mean beside them.
func (r *runner) glossary(rows [][]string) {
	widest := 0
	for _, row := range rows {
		widest = max(widest, width(row[0]))
	}
	for _, row := range rows {
		term := row[0]
		for _, line := range wrap(row[1], helpWidth-widest-4) {
			r.say("  " + pad(term, widest) + "  " + line)
			term = ""
		}
	}
}

// wrap breaks a text into lines of at most limit cells, between words.
func wrap(text string, limit int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && width(line)+1+width(word) > limit {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return append(lines, line)
}

func (r *runner) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]", Short: r.Words.T("command.help"),
		RunE: func(_ *cobra.Command, args []string) error {
			about := root
			if len(args) > 0 {
				commands := root.Commands()
				i := slices.IndexFunc(commands, func(c *cobra.Command) bool { return c.Name() == args[0] })
				if i < 0 {
					return r.unknownCommand(root, args)
				}
				about = commands[i]
			}
			r.help(about)
			return nil
		},
	}
}
