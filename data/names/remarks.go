package names

import (
	"fmt"
	"strings"
)

func (r *Rules) addRemark(line string) error {
	words := strings.Fields(strings.ReplaceAll(line, "*", " * "))
	for i, word := range words {
		if word != "*" {
			words[i] = Fold(word)
		}
	}
	words = strings.Fields(strings.Join(words, " "))
	if len(words) == 0 || words[0] == "*" {
		return fmt.Errorf("%q has no words", line)
	}
	r.remarks[words[0]] = append(r.remarks[words[0]], words[1:])
	return nil
}

// withoutRemarks returns an employer's name without what stands in brackets behind it and says only what
// has become of the employer (acquired by Orbita), or where it began (YC W21).
func (r *Rules) withoutRemarks(written string) string {
	for {
		end := strings.TrimRight(written, " .,;\u00a0")
		inside := strings.TrimRight(end, ")]）")
		if inside == end {
			return written
		}
		i := strings.LastIndexAny(inside, "([（")
		if i < 0 || Fold(inside[:i]) == "" || !r.remark(Fold(inside[i:])) {
			return written
		}
		written = inside[:i]
	}
}

func (r *Rules) remark(folded string) bool {
	words := strings.Fields(folded)
	if len(words) == 0 {
		return false
	}
	for _, pattern := range r.remarks[words[0]] {
		if matches(pattern, words[1:]) {
			return true
		}
	}
	return false
}
