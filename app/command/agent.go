package command

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/instance"
	"peerage/app/words"
)

// agentName is the name of the command for the agent.
const agentName = "agent"

func (r *runner) agentCommand() *cobra.Command {
	return &cobra.Command{
		Use: agentName, Short: r.Words.T("command.agent"), Long: r.Words.T("command.agent_long"), Args: r.noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if r.dir == "" {
				return said(r.Words.T("command.no_folder"))
			}
			return r.Agent(c.Context(), Options{DataDir: r.dir, Today: r.givenDay()})
		},
	}
}

// asked reads what the window is to open: files to bring in, or one link.
func (r *runner) asked(o *Options, args []string) (err error) {
	for _, arg := range args {
		if !instance.IsLink(arg) {
			path, err := filepath.Abs(arg)
			if err != nil {
				return err
			}
			o.Files = append(o.Files, path)
			continue
		}
		if len(args) > 1 {
			return r.usage("command.one_link")
		}
		if o.Link, err = instance.ParseLink(arg); err != nil {
			return r.usage("command.bad_link", words.Args{"Value": words.Line(arg, longestEcho)})
		}
	}
	return nil
}

// opens reports whether the window can open an argument, and for one that is written as a file why it cannot.
func (r *runner) opens(arg string) (bool, error) {
	if instance.IsLink(arg) {
		return true, nil
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.Mode().IsRegular():
		return true, nil
	case !strings.ContainsRune(filepath.ToSlash(arg), '/') && filepath.Ext(arg) == "":
		return false, nil
	case err == nil:
		return false, said(r.Words.T("command.no_file", words.Args{"File": cutMiddle(harmless(arg), 2*longestEcho)}))
	}
	return false, r.at(arg, err)
}
