package system

import (
	"bytes"
	"encoding/xml"
)

// launchAgent returns the property list that has macOS start a program at login (launchd.plist(5)).
func launchAgent(p Program) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	b.WriteString(`<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">` + "\n")
	b.WriteString("<plist version=\"1.0\">\n<dict>\n\t<key>Label</key>\n\t<string>" + agentLabel + "</string>\n")
	b.WriteString("\t<key>ProgramArguments</key>\n\t<array>\n")
	for _, arg := range append([]string{p.Path}, p.Args...) {
		b.WriteString("\t\t<string>")
		_ = xml.EscapeText(&b, []byte(arg)) // a Buffer takes everything
		b.WriteString("</string>\n")
	}
	b.WriteString("\t</array>\n\t<key>RunAtLoad</key>\n\t<true/>\n")
	b.WriteString("\t<key>LimitLoadToSessionType</key>\n\t<string>Aqua</string>\n</dict>\n</plist>\n")
	return b.Bytes()
}

// agentLabel is the name under which launchd knows the agent.
const agentLabel = ID + ".agent"
