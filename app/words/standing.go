package words

import "peerage/data"

// Track names a track within a sentence: "in management".
func (w *Words) Track(t data.Track) string { return named(w, tracks, t) }

// Level names a level within a sentence: "senior", "director".
func (w *Words) Level(l data.Level) string { return named(w, levels, l) }

// Field names a profession within a sentence: "engineering", "human resources".
func (w *Words) Field(f data.Field) string { return named(w, professions, f) }

// Standing says what a title comes to: "in management, director".
func (w *Words) Standing(s data.Standing) string {
	switch {
	case s.Track == data.UnknownTrack && s.Level == data.UnknownLevel:
		return w.T("standing.unknown")
	case s.Level == data.UnknownLevel:
		return w.Track(s.Track)
	case s.Track == data.UnknownTrack:
		return w.Level(s.Level)
	}
	return w.T("list.more", Args{"List": w.Track(s.Track), "Item": w.Level(s.Level)})
}

var tracks = map[data.Track]string{
	data.Individual: "track.individual", data.Management: "track.management", data.UnknownTrack: "track.unknown",
}

var levels = map[data.Level]string{
	data.Intern: "level.intern", data.Entry: "level.entry", data.Mid: "level.mid", data.Senior: "level.senior", data.Lead: "level.lead",
	data.ManagerLevel: "level.manager", data.Director: "level.director", data.VP: "level.vp", data.Executive: "level.executive",
	data.UnknownLevel: "level.unknown",
}

var professions = map[data.Field]string{
	"accounting": "profession.accounting", "admin": "profession.admin", "agriculture": "profession.agriculture",
	"architecture": "profession.architecture", "arts": "profession.arts", "communications": "profession.communications",
	"construction": "profession.construction", "consulting": "profession.consulting", "data": "profession.data",
	"design": "profession.design", "education": "profession.education", "engineering": "profession.engineering",
	"finance": "profession.finance", "healthcare": "profession.healthcare", "hospitality": "profession.hospitality",
	"hr": "profession.hr", "it": "profession.it", "legal": "profession.legal", "logistics": "profession.logistics",
	"manufacturing": "profession.manufacturing", "marketing": "profession.marketing", "media": "profession.media",
	"military": "profession.military", "nursing": "profession.nursing", "operations": "profession.operations",
	"product": "profession.product", "public": "profession.public", "realestate": "profession.realestate",
	"religion": "profession.religion", "research": "profession.research", "retail": "profession.retail", "sales": "profession.sales",
	"security": "profession.security", "sport": "profession.sport", "support": "profession.support", "trades": "profession.trades",
	"transport": "profession.transport", data.UnknownField: "profession.unknown",
}
