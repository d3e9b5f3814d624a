package names

import (
	"strings"
	"unicode"
)

// Credentials are what people put behind or before their names: degrees, licences, memberships,
// honours, pronouns. They are separated by semicolons; S.A. stands for S.A., S. A. and SA.
const (
	// behindAnywhere are never names, and are dropped at the end of a name with or without a comma.
	behindAnywhere = `
		PhD; Ph.D.; Ph. D; D.Phil.; DPhil; PhDs; Ph.D.c; PhD(c); PhDc; PhD Candidate; Postdoc; Dr.; Prof.; Dr.-Ing.;
		Dr. rer. nat.; MBA; M.B.A.; EMBA; E.M.B.A.; Executive MBA; eMBA; MBAs; DBA; D.B.A.; BBA; B.B.A.; M.Sc.; MSc;
		B.Sc.; BSc; MSc.Eng.; MEng; M.Eng.; BEng; B.Eng.; MPhil; M.Phil.; MRes; MPA; M.P.A.; MPP; MPH; M.P.H.; DrPH;
		MSW; M.S.W.; LCSW; LMSW; LMFT; MFA; M.F.A.; BFA; MSN; BSN; Ed.D.; EdD; Ed.S.; PsyD;
		Psy.D.; PharmD; Pharm.D.; DVM; D.V.M.; DDS; D.D.S.; DMD; DNP; MBBS; M.B.B.S.; MBChB; MRCP; FRCP; FRCS; FACS;
		FACP; FACHE; LLM; LL.M.; LLB; LL.B.; LLD; JD; Juris Doctor; Esq.; Esquire; B.Tech; BTech; M.Tech; MTech;
		B.Com; BCom; M.Com; MCom; MSEE; BSEE; MSCS; MSIS; MSIT; MHA; MHRM; MPS; OBE; CBE; KBE; Dipl.-Ing.;
		Dipl. Ing.; Dipl.-Kfm.; Dipl.-Kffr.; Dipl.-Inf.; Dipl.-Psych.; Dipl.-Wirtsch.-Ing.; M.A. HSG; lic. oec. HSG;
		lic. iur.; CSc.; DrSc.; Ph.Dr.; cand. merc.; PMP; PgMP; PfMP; CAPM; PMI-ACP; PMI-RMP; PMI-PBA; CSM; A-CSM;
		CSPO; A-CSPO; CSP-SM; CSP; PSM I; PSM II; PSPO; PSPO I; PSPO II; PRINCE2; ITIL; ITIL4; TOGAF; CBAP; CCBA;
		LSSBB; LSSGB; SSBB; SSGB; CSSBB; CSSGB; Six Sigma Black Belt; Six Sigma Green Belt; CPIM; CSCP; CPSM; MCIPS;
		FCIPS; CFA; CAIA; CFP; CPA; C.P.A.; CMA; ACCA; FCCA; ACMA; FCMA; CGMA; ACA; FCA; CISA; CISM; CISSP;
		CRISC; CGEIT; CCSP; CEH; OSCP; CIPP; CIPP/E; CIPP/US; CIPM; CIPT; CFE; CTP; CPCU; ChFC; RICP; CCNA; CCNP;
		CCIE; MCSE; MCSA; MCP; RHCE; RHCSA; AWS SAA; CKA; CKAD; CompTIA; Security+; VCP; CPHIMS; SHRM-CP; SHRM-SCP;
		SPHR; SPHRi; PHRi; GPHR; CIPD; FCIPD; MCIPD; Chartered MCIPD; Assoc CIPD; PCC; CPC; CPCC; ORSCC; CPTD; CPLP;
		CEBS; CCP; CHRP; CHRL; P.Eng.; PEng; CEng; C.Eng.; MIET; FIET; FICE; MIMechE; FIMechE; EUR ING; FAIA;
		LEED AP; LEED AP BD+C; LEED GA; LEED; AICP; MRICS; FRICS; FRSA; FREng; FHEA; SFHEA; MBCS; FBCS; CITP;
		CMgr; FCMI; MCMI; ACIM; FCIM; MCIM; CMktr; FIEEE; SMIEEE; RN; LPN; BSc (Hons); CRNA; APRN; FNP; FNP-C;
		FNP-BC; NP-C; CNM; RPh; RDN; LDN; CCC-SLP; OTR/L; CPHQ; CCRN; NEA-BC; LPC; LPCC; NCC; BCBA; CHES; CCRP; CCRA;
		CQE; CQA; CMQ/OE; CSP-PO; CHST; NEBOSH; MIOSH; CMIOSH; GradIOSH; he/him; he/him/his; he/they; she/her;
		she/her/hers; she/they; they/them; they/them/theirs; they/she; they/he; ze/zir; xe/xem; any pronouns;
		all pronouns; elle/la; il/lui; er/ihm; sie/ihr; ela/dela; ele/dele; lei/sua; lui/suo; hij/hem; zij/haar;
		hun/hen; han/honom; hon/henne; hun/hende; Open to work; #opentowork; Open to opportunities; We're hiring;
		We are hiring; I'm hiring; I am hiring; Now hiring; We're hiring now; Hiring now; USN; USMC;
		USAF; US Army`

	// behindDotted are names without their dots (Jack Ma). There are few, because dotted letters
	// behind a name are its initials in the south of India.
	behindDotted = `M.A.; B.A.; M.D.`

	// behindComma are names or initials too (Viet Do, Erik Hän): they are dropped only after a comma.
	behindComma = `
		M.S.; B.S.; A.B.; S.B.; S.M.; A.M.; D.O.; P.A.; P.A.-C; C.A.; A.A.; A.S.; R.D.; N.P.; N.D.; D.C.; D.Sc.; P.T.;
		O.T.; S.J.; O.P.; Q.C.; K.C.; J.P.; M.P.; M.E.; B.E.; T.D.; S.E.; R.A.; ABD; Mag.; MAS; ARM; ASA; FIA; EA;
		CIA; CEN; SAFe; CAMS; MIM; Ret.; LION; Dipl.; él; ella; hän; Hons; Hon.; Drs.; Hiring; Eng.; Ing.; Arch.; Sc.;
		Sen.; Cand.; MD; FRM; PHR; AIA; EIT; M.Ed.; B.Ed.; J.D.; CIMA;
		RIBA; P.E.; R.N.; BCA; MCA`

	// before stand in front of a name.
	before = `
		Dr.; Prof.; Professor; Prof. Dr.; PD Dr.; Mr.; Mrs.; Ms.; Miss; Mx.; Sir; Ing.; Dipl.-Ing.; Dr.-Ing.;
		Dr. med.; Mag.; Herr; Frau; Mme; Mlle; Sr. D.; Sra.; Srta.; Dott.; Dott.ssa; Avv.; Arq.; Eng.º; Eng.ª; Engr.;
		Rev.; Lic.; Mgr.; Bc.; PhDr.; MUDr.; JUDr.; RNDr.; PaedDr.; Ir.; Drs.; Datuk; Dato; Tan Sri; Capt.; Lt. Col.;
		Sgt.; Shri; Smt.; H.E.; д-р; проф.; к.т.н.; д.т.н.; к.э.н.; د.; أ.د.; م.; د. م.; الدكتور; الدكتورة; دكتور;
		دكتورة; المهندس; مهندس; דר; פרופ׳; ד״ר; डॉ.; श्री; श्रीमती`
)

var (
	trailing    = credentialAffixes(behindAnywhere, false)
	afterComma  = credentialAffixes(behindAnywhere+";"+behindDotted+";"+behindComma, false)
	leading     = credentialAffixes(before, true)
	dottedTails = dottedAffixes(behindDotted)
)

func credentialAffixes(list string, start bool) (as affixes) {
	for written := range strings.SplitSeq(list, ";") {
		for _, way := range spellings(strings.TrimSpace(written)) {
			as.addCredential(way, start)
		}
	}
	as.arrange()
	return as
}

// dottedAffixes keeps of the spellings with inner dots the one in which the letters stand apart.
func dottedAffixes(list string) (as affixes) {
	for written := range strings.SplitSeq(list, ";") {
		if apart := Fold(written); strings.Contains(apart, " ") {
			as.addCredential(apart, false)
		}
	}
	as.arrange()
	return as
}

func (as *affixes) addCredential(text string, start bool) {
	if text == "" {
		return
	}
	word := text[strings.LastIndexByte(text, ' ')+1:]
	if start {
		word, _, _ = strings.Cut(text, " ")
	}
	as.add(word, affix{text: text})
}

// isCredential reports whether a folded text consists of nothing but credentials.
func isCredential(text string) bool { return afterComma.only(text) }

// only reports whether a folded text consists of nothing but these affixes.
func (as *affixes) only(text string) bool {
	const anchor = "x " // cutEnd never takes the whole name
	rest := anchor + text
	for rest != anchor[:1] {
		cut, a := as.cutEnd(rest, "", nil)
		if a == nil {
			return false
		}
		rest = cut
	}
	return true
}

// looksLikeCredential reports whether a text after a comma is written like the abbreviation of a degree
// or licence that no list knows: in capitals, six letters at most to a word. A name all in capitals
// says nothing, so name must have a small letter.
func looksLikeCredential(text, name string) bool {
	if !strings.ContainsFunc(name, unicode.IsLower) {
		return false
	}
	for word := range strings.FieldsFuncSeq(text, noWord) {
		if len(word) > 6 || word != strings.ToUpper(word) {
			return false
		}
	}
	return true
}
