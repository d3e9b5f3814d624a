package command

import (
	"context"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/intake"
	"peerage/data/names"
	"peerage/data/store"
)

// importJSON is what an import did, or would do.
type importJSON struct {
	New      int           `json:"new"`
	Changed  int           `json:"changed"`
	Same     int           `json:"same"`
	Skipped  int           `json:"skipped"`
	Problems []problemJSON `json:"problems"`
}

type problemJSON struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Field   string `json:"field"`
	Message string `json:"message"`
}

func (r *runner) importCommand() *cobra.Command {
	var dry bool
	var asOf string
	w := r.Words
	c := &cobra.Command{Use: "import FILE…", Short: w.T("command.import"), Long: w.T("command.import_long"), Args: r.someArgs}
	c.RunE = func(c *cobra.Command, args []string) error {
		var day data.Day
		if c.Flags().Changed("as-of") {
			var err error
			if day, err = r.parseDay("--as-of", asOf); err != nil {
				return err
			}
		}
		r.Keeper.Prepare()
		files, err := r.read(args, day)
		if err != nil {
			return err
		}
		return r.with(func(s *store.Store) error {
			plan, err := r.plan(c.Context(), s, files, dry, r.operation(args))
			if err != nil {
				return err
			}
			if err := r.report(plan, dry); err != nil {
				return err
			}
			r.warnOfDay(files)
			return nil
		})
	}
	r.yes(c, &dry, option{"dry-run", "", "", w.T("command.flag_dry_run")})
	r.text(c, &asOf, option{"as-of", "", "DAY", w.T("command.flag_as_of")})
	return c
}

// read reads all files; one that cannot be opened stops the import before anything is written.
func (r *runner) read(paths []string, asOf data.Day) ([]intake.File, error) {
	var files []intake.File
	for _, path := range paths {
		some, err := intake.Open(path, asOf, r.today)
		if err != nil {
			return nil, r.at(path, err)
		}
		files = append(files, some...)
	}
	return files, nil
}

// plan imports files, or with dry says what that would do.
func (r *runner) plan(ctx context.Context, s *store.Store, files []intake.File, dry bool, name string) (*intake.Plan, error) {
	in := &intake.Importer{Store: s, Keeper: r.Keeper}
	if dry {
		return in.Plan(ctx, files)
	}
	return in.Apply(ctx, name, files, r.today)
}

// operation names an import as undo shows it.
func (r *runner) operation(paths []string) string {
	if len(paths) == 1 {
		return r.Words.T("operation.import", words.Args{"File": names.Clean(filepath.Base(paths[0]))})
	}
	return r.Words.N("operation.import_files", len(paths))
}

// report says what an import did. That nothing at all could be read is a failure.
func (r *runner) report(plan *intake.Plan, dry bool) error {
	w := r.Words
	nothing := plan.Entries() == 0 && len(plan.Problems) > 0
	switch {
	case r.json:
		j := importJSON{plan.New, plan.Changed, plan.Same, plan.Skipped, []problemJSON{}}
		for _, p := range plan.Problems {
			j.Problems = append(j.Problems, problemJSON{p.File, p.Line, p.Field, w.Problem(p)})
		}
		if err := r.print(j); err != nil {
			return err
		}
	case !nothing:
		id := "import.done"
		if dry {
			id = "import.would"
		}
		r.say(w.T(id, words.Args{"New": plan.New, "Changed": plan.Changed, "Same": plan.Same, "Skipped": plan.Skipped}))
		for _, p := range plan.Problems {
			r.say("  " + w.ProblemAt(p))
		}
		for _, d := range plan.Doubles {
			r.say("  " + w.T("import.double", words.Args{"A": d.NameA, "B": d.NameB}))
		}
	}
	if nothing {
		return said(w.T("command.nothing_read", words.Args{"Why": r.reasons(plan.Problems)}))
	}
	return nil
}

// warnOfDay says that files speak of a day after today. That was asked for, and what they say of careers is
// dated by it.
func (r *runner) warnOfDay(files []intake.File) {
	latest := data.Day(0)
	for _, f := range files {
		latest = max(latest, f.Day)
	}
	if latest > r.today && !r.json {
		r.say(r.Words.T("import.ahead", words.Args{"Day": r.Words.Date(latest, 0)}))
	}
}

// maxReasons is how many problems say why nothing was imported.
const maxReasons = 3

// reasons says in one line why nothing was imported.
func (r *runner) reasons(problems []data.Problem) string {
	var list []string
	for _, p := range problems[:min(len(problems), maxReasons)] {
		list = append(list, r.Words.ProblemAt(p))
	}
	if more := len(problems) - len(list); more > 0 {
		list = append(list, r.Words.N("command.more_problems", more))
	}
	return strings.Join(list, " ")
}
