// Peerage keeps a person's career relationships: peers, former coworkers, mentors.
package main

import (
	"os"

	"peerage/app"
)

func main() { os.Exit(app.Main(os.Args[1:])) }
