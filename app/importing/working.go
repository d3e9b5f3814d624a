package importing

import (
	"context"
	"errors"
	"path/filepath"
	"sync/atomic"
	"time"

	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/intake"
	"peerage/data/store"
)

// working is reading or taking in while it lasts. The counts are written by the worker and read by
// the window.
type working struct {
	writes   bool // what is read is only read; what is written must not be started twice
	done, of atomic.Int64
	stage    atomic.Int32

	shown       *widgets.Progress
	stopPolling func()
}

// The stages of work, as far as progress tells them apart.
const (
	reading int32 = iota
	comparing
	writing
	stopping
)

// pollEvery is how often progress is looked at: often enough to be seen moving, seldom enough to cost
// nothing.
const pollEvery = 120 * time.Millisecond

// told is the Progress of an import; it is called by the worker.
func (j *working) told(done, of int) {
	j.done.Store(int64(done))
	j.of.Store(int64(of))
}

// begin shows the stage of working, which cancelled stops.
func (v *view) begin(j *working, cancelled func()) {
	w := v.frame.Words()
	j.shown = widgets.NewProgress(w.T("form.cancel"), cancelled)
	sentence := w.T("importing.nothing_yet")
	if j.writes {
		sentence = w.T("importing.all_or_nothing")
	}
	v.enter(centred(widgets.NewHeader(w.T("importing.title"), sentence), j.shown), nil, cancelled)
	v.working = j
	v.poll(j)
}

// poll shows how far the work has come, until it has ended.
func (v *view) poll(j *working) {
	j.show(v.frame.Words())
	j.stopPolling = v.frame.Tasks().After(pollEvery, func() {
		if v.working == j && !v.closed {
			v.poll(j)
		}
	})
}

// show says what is being done. The numbers are steps of the work, of which a person has several, so
// that only their proportion is shown.
func (j *working) show(w *words.Words) {
	done, of := j.done.Load(), j.of.Load()
	part := 0.0
	if of > 0 {
		part = float64(done) / float64(of)
	}
	switch stage := j.stage.Load(); {
	case stage == stopping:
		j.shown.Set(w.T("importing.stopping"), part)
	case stage == reading:
		j.shown.Set(w.T("importing.reading"), part)
	case stage == comparing:
		j.shown.Set(w.T("importing.comparing"), part)
	case part < 1:
		j.shown.Set(w.T("importing.writing"), part)
	default:
		j.shown.Set(w.T("importing.finishing"), 1)
	}
}

// read reads files and shows what taking them in would do.
func (v *view) read(paths []string) {
	j := &working{}
	v.begin(j, v.choose)
	say, today := v.sayer(), v.frame.Today()
	v.keeper.Prepare()
	v.plans.Load(func(ctx context.Context) (*planned, error) {
		files, err := open(ctx, paths, today, j.told)
		if err != nil {
			return nil, err
		}
		j.told(0, 0)
		j.stage.Store(comparing)
		in := v.importer()
		plan, err := in.Plan(ctx, files)
		if err != nil {
			return nil, err
		}
		return say.planned(in, files, plan), nil
	}, v.showPlan)
}

// ended is how taking files in has ended.
type ended struct {
	plan    *intake.Plan
	doubles []double
	first   bool // nobody has a rhythm yet
	moved   int  // how many more changes there are to look at
	err     error
}

// apply takes the files of the preview in. Cancelling ends it with nothing written, unless all was
// written already by then; what happened is said in both cases.
func (v *view) apply() {
	p := v.preview
	if p == nil || !p.dayHolds() {
		return
	}
	v.plans.Stop()
	w, today := v.frame.Words(), v.frame.Today()
	files, name := p.planned.files, operation(w, p.planned)
	j := &working{writes: true}
	j.stage.Store(writing)
	over := make(chan ended, 1)
	var got ended
	cancel := func() {}
	v.begin(j, func() { v.stop(j, cancel, over, p.planned) })
	cancel = v.frame.Tasks().Go(func(ctx context.Context) error {
		before, beforeErr := briefing.Unjudged(ctx, v.store, today)
		p.planned.by.Progress = j.told
		plan, err := p.planned.by.Apply(ctx, name, files, today)
		got.err = err
		if err == nil {
			got.plan = plan
			// What is written is written: the rest is looked up even if a cancel came too late.
			ctx = context.WithoutCancel(ctx)
			var doublesErr error
			got.doubles, doublesErr = doublesOf(ctx, v.store, plan.Doubles)
			var movedErr error
			got.moved, movedErr = movedSince(ctx, v.store, before, today)
			got.first, got.err = nobodyHasRhythm(ctx, v.store, today)
			got.err = errors.Join(beforeErr, doublesErr, movedErr, got.err)
		}
		over <- got
		return got.err
	}, func(error) { v.finished(got, p.planned) })
}

// movedSince returns how many more moves there are to look at than before, as the screen of moves counts
// them. Where files took away as many as they brought, it is how many they brought.
func movedSince(ctx context.Context, s *store.Store, before []data.Move, today data.Day) (int, error) {
	type told struct {
		person   data.ID
		from, to string
	}
	old := map[told]bool{}
	for _, m := range before {
		old[told{m.Person, m.From.Form, m.To.Form}] = true
	}
	now, err := briefing.Unjudged(ctx, s, today)
	fresh := 0
	for _, m := range now {
		if !old[told{m.Person, m.From.Form, m.To.Form}] {
			fresh++
		}
	}
	if more := len(now) - len(before); more > 0 {
		return more, err
	}
	return fresh, err
}

// stop cancels taking in, and waits off the window's thread for how it ended.
func (v *view) stop(j *working, cancel func(), over <-chan ended, p *planned) {
	if j.stage.Swap(stopping) == stopping {
		return
	}
	cancel()
	j.show(v.frame.Words())
	var got ended
	v.frame.Tasks().Go(func(ctx context.Context) error {
		select {
		case got = <-over:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}, func(err error) {
		if err == nil {
			v.finished(got, p)
		}
	})
}

// finished shows the result of taking files in, or the preview again where nothing was written.
func (v *view) finished(got ended, p *planned) {
	w := v.frame.Words()
	if v.working != nil {
		v.working.stopPolling()
	}
	switch {
	case got.plan == nil && errors.Is(got.err, context.Canceled):
		v.frame.Toast(w.Error(context.Canceled), false)
	case got.err != nil:
		v.frame.Fail(got.err)
	}
	if got.plan != nil {
		v.frame.Toast(v.sayer().did(got.plan), true)
	}
	switch {
	case v.closed:
	case got.plan == nil:
		v.showPlan(p)
	default:
		v.showResult(got, p)
	}
}

// operation names an import as undo shows it.
func operation(w *words.Words, p *planned) string {
	if len(p.contents) == 1 {
		return w.T("operation.import", words.Args{"File": filepath.Base(p.contents[0].file)})
	}
	return w.N("operation.import_files", len(p.contents))
}

// replan plans again, for another day or on what has changed meanwhile, without leaving the preview.
func (v *view) replan() {
	files, say := v.preview.planned.files, v.sayer()
	v.plans.Load(func(ctx context.Context) (*planned, error) {
		in := v.importer()
		plan, err := in.Plan(ctx, files)
		if err != nil {
			return nil, err
		}
		return say.planned(in, files, plan), nil
	}, func(p *planned) {
		if v.preview != nil {
			v.preview.fill(p)
		}
	})
}
