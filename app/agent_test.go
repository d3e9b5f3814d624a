package app

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"peerage/app/apptest"
	"peerage/app/command"
	"peerage/app/instance"
)

func TestAnAgentThatRunsAlreadyIsSaid(t *testing.T) {
	runtime, err := os.MkdirTemp("", "p") // the paths of sockets are short
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(runtime) })
	t.Setenv("XDG_RUNTIME_DIR", runtime)
	speak := apptest.English(t)
	var said bytes.Buffer
	env, o := &command.Env{Words: speak, Err: &said}, command.Options{DataDir: t.TempDir()}
	inst, first, err := instance.Claim(o.DataDir, instance.Agent, instance.Message{})
	if err != nil || !first {
		t.Fatal(first, err)
	}
	defer inst.Close()
	if err := runAgent(t.Context(), env, o); err == nil || !strings.HasPrefix(err.Error(), "An agent runs already for this data and does not answer.") {
		t.Errorf("one that stands still: %v", err)
	}
	go inst.Listen(func(instance.Message) {})
	if err := runAgent(t.Context(), env, o); err != nil || said.String() != "peerage: An agent runs already for this data.\n" {
		t.Errorf("one that answers: %v, %q", err, said.String())
	}
	if left, err := os.ReadDir(o.DataDir); err != nil || len(left) > 0 {
		t.Errorf("%v lie in the data folder, %v", left, err)
	}
}
