package settings

import (
	"fyne.io/fyne/v2"

	"peerage/app/widgets"
	"peerage/data"
)

// look is the section of colours, language and names on the screen.
func (v *view) look() fyne.CanvasObject {
	w := v.frame.Words()
	theme := newSegments(func(key string) { v.prefer(nil, func(p *data.Preferences) { p.Theme = key }) },
		widgets.Option{Key: "", Text: w.T("settings.as_system")},
		widgets.Option{Key: "light", Text: w.T("settings.theme_light")},
		widgets.Option{Key: "dark", Text: w.T("settings.theme_dark")})
	options := []widgets.Option{{Key: "", Text: w.T("settings.as_system")}}
	for _, tag := range v.options.Languages {
		options = append(options, widgets.Option{Key: tag, Text: ownName(tag)})
	}
	language := widgets.NewChoice(options, "", func(key string) { v.prefer(nil, func(p *data.Preferences) { p.Language = key }) })
	v.shows = append(v.shows, func(s *state) {
		theme.set(s.preferences.Theme)
		language.SetKey(s.preferences.Language)
	})
	hidden := v.flag(func(p *data.Preferences) *bool { return &p.HideNames },
		widgets.Option{Key: no, Text: w.T("settings.names_shown")}, widgets.Option{Key: yes, Text: w.T("settings.names_initials")})
	return widgets.NewSection(w.T("settings.look"), widgets.NewRows(
		labelled(w.T("settings.theme"), "", theme.object),
		labelled(w.T("settings.language"), "", language),
		labelled(w.T("settings.names"), w.T("settings.names_hint"), hidden)))
}

// ownNames are the names of languages in themselves, by their tags. They are the same in every
// translation, so that one finds one's own in a window one cannot read.
var ownNames = map[string]string{
	"ar": "العربية", "da": "Dansk", "de": "Deutsch", "en": "English", "es": "Español", "fr": "Français", "hi": "हिन्दी",
	"it": "Italiano", "ja": "日本語", "ko": "한국어", "nl": "Nederlands", "no": "Norsk", "pl": "Polski", "pt": "Português",
	"pt-BR": "Português (Brasil)", "ru": "Русский", "sv": "Svenska", "tr": "Türkçe", "zh": "中文",
}

// ownName returns a language's name in itself, or its tag where that is not known.
func ownName(tag string) string {
	if name := ownNames[tag]; name != "" {
		return name
	}
	return tag
}
