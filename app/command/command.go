// Package command is Peerage without a window: the commands that scripts, cron and tests use.
package command

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"peerage/app/instance"
	"peerage/app/remind"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/nudges"
	"peerage/data/store"
)

// Env is the world around the commands.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	Now      func() time.Time
	DataDir  string // where the data lies unless --data says otherwise; "" when the system has no place
	Version  string
	Words    *words.Words
	Keeper   *careers.Keeper
	Trouble  *nudges.Trouble
	Notifier remind.Notifier
	// Window opens the window; it is how peerage without a command, and demo, start.
	Window func(ctx context.Context, o Options) error
	// Agent is the quiet process in the tray; it is how peerage agent starts.
	Agent func(ctx context.Context, o Options) error
	// Prepare loads Keeper and Trouble, which are large: for all but the agent, which does without, and the window,
	// which loads them beside all else. It may be nil.
	Prepare func() error
}

// Options are the flags that every command knows.
type Options struct {
	DataDir string
	Today   data.Day // 0 for the day it is
	Demo    bool     // the sample network, in a folder of its own
	Files   []string // to bring in, as absolute paths
	Link    instance.Link
}

// Exit statuses.
const (
	done       = 0
	failed     = 1
	wrongUsage = 2
)

// usageError is a mistake in how a command was called.
type usageError struct{ error }

func (u usageError) Unwrap() error { return u.error }

// said is an error that is a sentence already.
type said string

func (s said) Error() string { return string(s) }

// Sentence is an error that is a sentence for people already, in their language.
func Sentence(s string) error { return said(s) }

// Run does what args say, the program's name left out, and returns the exit status: 0 done, 1 it
// failed, 2 wrong usage. What failed is said on env.Err.
func Run(ctx context.Context, env *Env, args []string) int {
	r := &runner{Env: env, out: bufio.NewWriter(env.Out), options: map[*cobra.Command][]option{}}
	root := r.root()
	args = r.commandFirst(root, args)
	root.SetArgs(args)
	root.SetIn(env.In)
	root.SetOut(r.out)
	root.SetErr(env.Err)
	err := r.legible(args)
	if err == nil {
		err = root.ExecuteContext(ctx)
	}
	if r.out.Flush() != nil && err == nil {
		err = said(env.Words.T("command.no_output"))
	}
	if err == nil {
		return done
	}
	fmt.Fprintln(env.Err, "peerage: "+harmlessLines(r.sentence(err)))
	var usage usageError
	if errors.As(err, &usage) {
		return wrongUsage
	}
	return failed
}

// legible refuses arguments that are no text in UTF-8: kept, they would not be what was typed. What import is
// given are places of files, which have names of any octets.
func (r *runner) legible(args []string) error {
	if len(args) > 0 && args[0] == "import" {
		return nil
	}
	for _, arg := range args {
		if !utf8.ValidString(arg) {
			return r.usage("command.no_text", words.Args{"Value": strings.ToValidUTF8(arg, "\uFFFD")})
		}
	}
	return nil
}

// sentence says an error in words.
func (r *runner) sentence(err error) string {
	var said said
	if errors.As(err, &said) {
		return string(said)
	}
	return r.Words.Error(err)
}

// runner is one run of a command.
type runner struct {
	*Env
	out     *bufio.Writer
	options map[*cobra.Command][]option
	dir     string
	day     string
	json    bool
	today   data.Day
}

func (r *runner) root() *cobra.Command {
	w := r.Words
	root := &cobra.Command{
		Use: "peerage", Short: w.T("command.short"), Long: w.T("command.long"),
		SilenceErrors: true, SilenceUsage: true, SuggestionsMinimumDistance: 2,
		PersistentPreRunE: func(c *cobra.Command, _ []string) error { return r.start(c) },
		RunE: func(c *cobra.Command, args []string) error {
			if r.dir == "" {
				return said(w.T("command.no_folder"))
			}
			o := Options{DataDir: r.dir, Today: r.givenDay()}
			if err := r.asked(&o, args); err != nil {
				return err
			}
			return r.Window(c.Context(), o)
		},
	}
	root.Args = func(_ *cobra.Command, args []string) error { return r.unknownCommand(root, args) }
	flags := root.PersistentFlags()
	r.dir = r.DataDir
	flags.Var(&once{flag: "data", into: &r.dir}, "data", "")
	flags.Var(&once{flag: "today", into: &r.day}, "today", "")
	flags.BoolVar(&r.json, "json", false, "")
	flags.BoolP("help", "h", false, "")
	r.options[root] = []option{
		{"data", "", "DIR", w.T("command.flag_data")}, {"today", "", "DAY", w.T("command.flag_today")},
		{"json", "", "", w.T("command.flag_json")}, {"help", "h", "", w.T("command.flag_help")},
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(r.flagError)
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { r.help(c) })
	root.SetHelpCommand(r.helpCommand(root))
	root.AddCommand(r.todayCommand(), r.agendaCommand(), r.importCommand(), r.undoCommand(), r.peopleCommand(), r.showCommand(), r.setCommand(),
		r.movesCommand(), r.opportunitiesCommand(), r.promisesCommand(), r.pathCommand(), r.briefCommand(), r.rankCommand(), r.logCommand(),
		r.calendarCommand(), r.serveCommand(), r.agentCommand(), r.remindCommand(), r.demoCommand(), r.versionCommand())
	return root
}

// start reads the flags that every command knows.
func (r *runner) start(c *cobra.Command) error {
	if r.Prepare != nil && c.HasParent() && c.Name() != agentName && c.Name() != demoName {
		if err := r.Prepare(); err != nil {
			return err
		}
	}
	r.today = data.DayOf(r.Now())
	if !c.Flags().Changed("today") {
		return nil
	}
	var err error
	r.today, err = r.parseDay("--today", r.day)
	return err
}

// parseDay reads the day that a flag was given.
func (r *runner) parseDay(flag, value string) (data.Day, error) {
	day, err := data.ParseDay(value)
	if err != nil {
		return 0, r.usage("command.bad_day", words.Args{"Flag": flag, "Value": value})
	}
	return day, nil
}

// givenDay returns the day that --today gave, 0 without it.
func (r *runner) givenDay() data.Day {
	if r.day == "" {
		return 0
	}
	return r.today
}

// longestEcho is how many cells of what was typed an error repeats.
const longestEcho = 80

// usage makes an error of wrong usage from a message. What was typed is repeated in short.
func (r *runner) usage(id string, args ...words.Args) error {
	for _, a := range args {
		for _, typed := range []string{"Name", "Value", "Flag"} {
			if text, ok := a[typed].(string); ok {
				a[typed] = cut(text, longestEcho)
			}
		}
	}
	return usageError{said(r.Words.T(id, args...))}
}

// with opens the store for do, with careers as this program reads them.
func (r *runner) with(do func(*store.Store) error) error {
	if r.dir == "" {
		return said(r.Words.T("command.no_folder"))
	}
	s, err := store.Open(r.dir, r.Now)
	var damaged *store.Damaged
	switch {
	case errors.As(err, &damaged):
		return said(r.Words.T("error.set_aside", words.Args{"File": damaged.Path, "Kept": damaged.Kept}))
	case err != nil:
		return r.at(r.dir, err)
	}
	s.TakeForToday(r.givenDay())
	if err := r.Keeper.BringUpToDate(context.Background(), s, r.today); err != nil {
		return errors.Join(r.inside(s, err), s.Close())
	}
	return errors.Join(r.inside(s, do(s)), s.Close())
}

// inside names the file where an error says that it is damaged.
func (r *runner) inside(s *store.Store, err error) error {
	if store.IsDamage(err) {
		return r.at(s.Path(), err)
	}
	return err
}

// write carries a change out as one operation, and reports whether anything is other than before. Where nothing
// is there is no operation, and undo would take back an earlier one: that must be said.
func (r *runner) write(ctx context.Context, s *store.Store, name string, change func(*store.Tx) error) (changed bool, err error) {
	stop := s.Watch(func(data.Change) { changed = true })
	defer stop()
	err = s.Write(ctx, name, change)
	return changed, err
}

// nothingChanged says so.
func (r *runner) nothingChanged() error {
	r.say(r.Words.T("command.nothing_changed"))
	return nil
}

// preferences returns what the user set.
func (r *runner) preferences(ctx context.Context, s *store.Store) (data.Preferences, error) {
	settings, err := s.Settings(ctx)
	return data.PreferencesFrom(settings), err
}

// demoName is the name of the command for the window on the sample network.
const demoName = "demo"

func (r *runner) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use: demoName, Short: r.Words.T("command.demo"), Args: r.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return r.Window(c.Context(), Options{Today: r.givenDay(), Demo: true})
		},
	}
}

func (r *runner) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: r.Words.T("command.version"), Args: r.noArgs,
		RunE: func(*cobra.Command, []string) error {
			if r.json {
				return r.print(map[string]string{"version": r.Version})
			}
			r.say("Peerage " + r.Version)
			return nil
		},
	}
}
