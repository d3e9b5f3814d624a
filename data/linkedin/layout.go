package linkedin

import (
	"slices"
	"strings"
	"unicode"

	"peerage/data"
)

// column is what a column holds, whatever the file calls it.
type column int

const (
	given column = iota
	family
	profile
	email
	company
	title
	connected
	description
	place
	started
	finished
	text
	skill
	created
	status
	columnCount
)

// columns has the index of each column in a file, -1 for those it lacks.
type columns [columnCount]int

// connectionNeeds and positionNeeds are the columns without which a header row is not theirs. The
// layouts differ in the others: until 2023 connections had no URL.
var (
	connectionNeeds     = []column{given, family, connected}
	positionNeeds       = []column{company, title, started, finished}
	recommendationNeeds = []column{given, family, text, created}
	endorsementNeeds    = []column{given, family, skill, created}
)

// connectionWords are the names that the columns of Connections.csv go by, in normal form. English has
// been seen in every layout and German was reported once; for French, Spanish, Portuguese, Italian and Dutch
// they are the words that LinkedIn's own pages have for these fields. A header must have three of them
// at once, so a word too many does no harm.
var connectionWords = map[column][]string{
	given: {"firstname", "vorname", "prénom", "prenom", "nombre", "nome", "primeironome", "voornaam"},
	family: {"lastname", "nachname", "familienname", "nom", "nomdefamille", "apellido", "apellidos", "sobrenome",
		"apelido", "cognome", "achternaam"},
	profile: {"url", "profileurl", "profilurl"},
	email: {"emailaddress", "email", "emailadresse", "adresseemail", "courriel", "direccióndecorreoelectrónico",
		"direccióndeemail", "correoelectrónico", "endereçodeemail", "indirizzoemail", "emailadres"},
	company: {"company", "unternehmen", "firma", "entreprise", "société", "empresa", "azienda", "bedrijf"},
	title:   {"position", "poste", "fonction", "cargo", "puesto", "posición", "posizione", "qualifica", "ruolo", "functie", "positie"},
	connected: {"connectedon", "verbundenam", "vernetztseit", "connectéle", "datedeconnexion", "enrelationdepuis", "conectadoel",
		"fechadeconexión", "conectadoem", "conectadodesde", "datadaconexão", "collegatoil", "collegatodal",
		"datadicollegamento", "verbondenop", "connectiesinds"},
}

// positionWords are the names that the columns of Positions.csv go by; what connectionWords says of
// them holds here.
var positionWords = map[column][]string{
	company: {"companyname", "company", "unternehmen", "unternehmensname", "firmenname", "nomdelentreprise", "entreprise",
		"nombredelaempresa", "empresa", "nomedaempresa", "nomeazienda", "azienda", "nomedellazienda", "bedrijfsnaam", "bedrijf"},
	title: {"title", "position", "titel", "jobtitel", "titre", "poste", "título", "cargo", "puesto", "titolo", "qualifica",
		"posizione", "functie", "functietitel"},
	description: {"description", "beschreibung", "descripción", "descrição", "descrizione", "beschrijving", "omschrijving"},
	place:       {"location", "ort", "standort", "lieu", "ubicación", "localidade", "località", "locatie", "plaats"},
	started: {"startedon", "begonnenam", "beginn", "startdatum", "débutéle", "datededébut", "fechadeinicio", "iniciadoem",
		"datadeinício", "iniziatoil", "datadiinizio", "begonnenop"},
	finished: {"finishedon", "beendetam", "ende", "enddatum", "terminéle", "datedefin", "fechadefinalización", "fechadefin",
		"finalizadoem", "datadetérmino", "terminatoil", "datadifine", "beëindigdop", "einddatum"},
}

// recommendationWords are the names that the columns of Recommendations_Received.csv and
// Recommendations_Given.csv go by, which have the same ones. In other languages than English these have
// not been seen.
var recommendationWords = map[column][]string{
	given: {"firstname"}, family: {"lastname"}, company: {"company"}, text: {"text"}, created: {"creationdate"}, status: {"status"},
}

// receivedWords and givenWords are the names that the columns of Endorsement_Received_Info.csv and
// Endorsement_Given_Info.csv go by, in English alone as well.
var (
	receivedWords = map[column][]string{
		given: {"endorserfirstname"}, family: {"endorserlastname"}, profile: {"endorserpublicurl"}, skill: {"skillname"},
		created: {"endorsementdate"}, status: {"endorsementstatus"},
	}
	givenWords = map[column][]string{
		given: {"endorseefirstname"}, family: {"endorseelastname"}, profile: {"endorseepublicurl"}, skill: {"skillname"},
		created: {"endorsementdate"}, status: {"endorsementstatus"},
	}
)

// kind is a kind of table, with what reads one entry of it.
type kind struct {
	words     map[column][]string
	needs     []column
	people    bool // its entries are people
	exchanges bool // its entries are recommendations or endorsements
	entry     func(in *reader, at columns) func()
}

// kinds are the kinds of table that are read. A header row that would do for several is of the first.
var kinds = []kind{
	{connectionWords, connectionNeeds, true, false, func(in *reader, at columns) func() { return newConnections(in, at).add }},
	{positionWords, positionNeeds, false, false, func(in *reader, at columns) func() { return newPositions(in, at).add }},
	{recommendationWords, recommendationNeeds, false, true, func(in *reader, at columns) func() { return newRecommendations(in, at).addRecommendation }},
	{receivedWords, endorsementNeeds, false, true, func(in *reader, at columns) func() { return newExchanges(in, at, data.Theirs).addEndorsement }},
	{givenWords, endorsementNeeds, false, true, func(in *reader, at columns) func() { return newExchanges(in, at, data.Mine).addEndorsement }},
}

// knownNames are all names that columns go by, in normal form, and fewestKnown is how many of them the
// shortest header has.
var knownNames, fewestKnown = func() (map[string]bool, int) {
	known, fewest := map[string]bool{}, int(columnCount)
	for i := range kinds {
		fewest = min(fewest, len(kinds[i].needs))
		for _, names := range kinds[i].words {
			for _, name := range names {
				known[name] = true
			}
		}
	}
	return known, fewest
}()

// isHeader reports whether names are the columns of a file that is read. It is asked of every line above a
// header, of which next to none has even the names.
func isHeader(names []string) bool {
	missing := fewestKnown
	for i := 0; missing > 0; i++ {
		if len(names)-i < missing {
			return false
		}
		if knownNames[normal(names[i])] {
			missing--
		}
	}
	for _, k := range kinds {
		if _, ok := findColumns(names, k.words, k.needs); ok {
			return true
		}
	}
	return false
}

// findColumns returns where each column stands, and whether all that are needed do. The first of two
// columns of the same name counts.
func findColumns(names []string, words map[column][]string, needs []column) (columns, bool) {
	var at columns
	for c := range at {
		at[c] = -1
	}
	if len(names) < len(needs) || len(names) > 100 {
		return at, false
	}
	for i, name := range names {
		name = normal(name)
		for c, known := range words {
			if at[c] < 0 && slices.Contains(known, name) {
				at[c] = i
			}
		}
	}
	for _, c := range needs {
		if at[c] < 0 {
			return at, false
		}
	}
	return at, true
}

// normal returns the form in which names of columns are compared: in lower case, letters and digits
// only, so that blanks, hyphens, underscores and apostrophes make no difference.
func normal(name string) string {
	if len(name) > 100 {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}
