# make run and make test are all that is needed; both install what is missing first.
#   make run ARGS="--data /some/folder"

.PHONY: run test build bench figures fuzz shots icons deps-build deps-test

run: build
	@build/peerage $(ARGS)

test: deps-build deps-test
	@.ci/test

# Without the toolkit's animations, of which only the blinking caret is seen, an idle window rests. Told
# that all that touches the window does so on its goroutine (fyne.Do), the toolkit need not look which one
# it is on at every turn, which took half of the time between a key and its frame.
build: deps-build
	@mkdir -p build
	go build -tags no_animations,migrated_fynedo -o build/peerage .

# The tests are left out, so that only figures show. On macOS the toolkit needs C for them, too.
bench:
	$(if $(filter-out Darwin,$(shell uname)),CGO_ENABLED=0) go test -tags ci -run '^$$' -bench . -benchmem ./...

fuzz:
	@.ci/fuzz

# The pictures of the README, taken of the sample network on a virtual screen.
shots: build deps-test
	@.desk/shots

icons:
	go run ./.desk/icons
	rsvg-convert -w 512 assets/icons/peerage.svg -o assets/icons/peerage.png
	for size in 256 128 48 32 16; do rsvg-convert -w $$size assets/icons/peerage.svg -o assets/icons/peerage-$$size.png || exit; done
	go run ./.desk/tray

deps-build:
	@.ci/deps build

deps-test:
	@.ci/deps test

# Whole-process figures of the window and the import, on a virtual screen.
figures: build deps-test
	@.desk/figures
