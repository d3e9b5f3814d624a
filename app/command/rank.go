package command

import (
	"bufio"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
)

// rankJSON is what a title says.
type rankJSON struct {
	Title string     `json:"title"`
	Track data.Track `json:"track"`
	Level data.Level `json:"level"`
	Field data.Field `json:"field"`
	Why   string     `json:"why"`
}

func (r *runner) rankCommand() *cobra.Command {
	return &cobra.Command{
		Use: "rank [TITLE…]", Short: r.Words.T("command.rank"), Long: r.Words.T("command.rank_long"),
		RunE: func(_ *cobra.Command, titles []string) error {
			if len(titles) == 0 {
				var err error
				if titles, err = lines(r.In); err != nil {
					return err
				}
			}
			return r.rank(titles)
		},
	}
}

// lines reads one title a line, however long. A line without a title is one as well, so that the answers
// stand in the same lines as the titles.
func lines(in io.Reader) ([]string, error) {
	var all []string
	from := bufio.NewReader(in)
	for {
		line, err := from.ReadString('\n')
		if line != "" {
			all = append(all, strings.TrimRight(line, "\r\n"))
		}
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

func (r *runner) rank(titles []string) error {
	l, err := r.Keeper.Titles()
	if err != nil {
		return err
	}
	list := make([]rankJSON, len(titles))
	for i, title := range titles {
		t := l.Read(title)
		list[i] = rankJSON{title, t.Track, t.Level, t.Field, harmless(t.Why)}
	}
	if r.json {
		return r.print(list)
	}
	for _, t := range list {
		r.say(r.Words.T("rank.line", words.Args{"Title": t.Title, "Track": t.Track, "Level": t.Level, "Field": t.Field, "Why": t.Why}))
	}
	return nil
}
