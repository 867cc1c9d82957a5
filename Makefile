# Threshold. The two commands that matter: `make run` and `make test`.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# The Swift runtime is linked in, so that the program starts at once and runs without a toolchain.
ifeq ($(shell uname -s),Linux)
RUNTIME := --static-swift-stdlib
# So is that of C++, where it is there to be linked in: a folder that has nothing else is searched first.
CXX_RUNTIME := $(wildcard $(shell cc -print-file-name=libstdc++.a 2>/dev/null))
ifneq ($(CXX_RUNTIME),)
RUNTIME += -Xlinker -L$(CURDIR)/.build/runtime
endif
endif
RELEASE := -c release $(RUNTIME)
PROGRAM = $(shell $(SWIFT) build $(RELEASE) --show-bin-path)/threshold

.PHONY: run build test check lint bench install uninstall screenshots setup runtime clean help

help:
	@echo 'make run                 install what is missing, build, open the AI Safety page'
	@echo 'make test                run the tests'
	@echo 'make check               lint, warnings as errors, tests: what a change must pass'
	@echo 'make bench               measure speed against small C programs'
	@echo 'make install PREFIX=...  install under PREFIX (default /usr/local)'
	@echo 'make screenshots         draw the pictures of the README from real screens'

run: build
	@$(PROGRAM) Decks

build: setup runtime
	$(SWIFT) build $(RELEASE) --product threshold

test: setup
	$(SWIFT) test

check: setup lint
	THRESHOLD_STRICT=1 $(SWIFT) build --build-tests
	THRESHOLD_STRICT=1 $(SWIFT) test

lint: setup
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

bench: setup runtime
	$(SWIFT) build $(RELEASE) --product threshold
	$(SWIFT) build $(RELEASE) --product CBaseline
	$(SWIFT) build $(RELEASE) --product Bench
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/Bench"

screenshots: setup
	THRESHOLD_SCREENSHOTS=1 $(SWIFT) test --filter Screenshots

install: build
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/threshold'
	install -m 755 "$(PROGRAM)" '$(DESTDIR)$(PREFIX)/bin/threshold'
	cp -R Decks Assets/themes '$(DESTDIR)$(PREFIX)/share/threshold/'
	install -d '$(DESTDIR)$(PREFIX)/share/man/man1' '$(DESTDIR)$(PREFIX)/share/bash-completion/completions' \
	  '$(DESTDIR)$(PREFIX)/share/zsh/site-functions' '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d'
	"$(PROGRAM)" config --man > '$(DESTDIR)$(PREFIX)/share/man/man1/threshold.1'
	"$(PROGRAM)" --generate-completion-script bash > '$(DESTDIR)$(PREFIX)/share/bash-completion/completions/threshold'
	"$(PROGRAM)" --generate-completion-script zsh > '$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_threshold'
	"$(PROGRAM)" --generate-completion-script fish > '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/threshold.fish'

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/threshold'
	rm -rf '$(DESTDIR)$(PREFIX)/share/threshold'
	rm -f '$(DESTDIR)$(PREFIX)/share/man/man1/threshold.1' \
	  '$(DESTDIR)$(PREFIX)/share/bash-completion/completions/threshold' \
	  '$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_threshold' \
	  '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/threshold.fish'

runtime:
	@if [ -n '$(CXX_RUNTIME)' ]; then mkdir -p .build/runtime && ln -sf '$(CXX_RUNTIME)' .build/runtime/; fi

clean:
	rm -rf .build

# What the system must bring: Swift itself, and four development packages.
DEBIAN := libncurses-dev libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev

setup:
	@command -v $(SWIFT) >/dev/null 2>&1 || { \
	  echo 'Swift 6.2 or newer is missing: https://www.swift.org/install has it for Linux and macOS.' >&2; \
	  exit 2; }
	@if [ "$$(uname -s)" = Darwin ]; then \
	  command -v brew >/dev/null 2>&1 && brew list cmark-gfm pkgconf >/dev/null 2>&1 || { \
	    echo 'Missing: cmark-gfm, pkgconf. Install them with: brew install cmark-gfm pkgconf' >&2; exit 2; }; \
	elif command -v dpkg-query >/dev/null 2>&1; then \
	  missing=''; \
	  for package in $(DEBIAN); do \
	    dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	  done; \
	  if [ -n "$$missing" ]; then \
	    if [ "$$(id -u)" = 0 ]; then as=''; \
	    elif command -v sudo >/dev/null 2>&1; then as=sudo; \
	    else echo "Missing:$$missing. As root: apt-get install$$missing" >&2; exit 2; fi; \
	    echo "Installing$$missing"; \
	    $$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$as apt-get install -y -qq $$missing || { \
	      echo "Could not install$$missing; install them by hand, then try again." >&2; exit 2; }; \
	  fi; \
	else \
	  for header in curses.h sqlite3.h cmark-gfm.h cmark-gfm-core-extensions.h; do \
	    [ -e /usr/include/$$header ] || [ -e /usr/local/include/$$header ] || { \
	      echo "Missing: $$header. Install the development files of ncurses, SQLite and cmark-gfm." >&2; exit 2; }; \
	  done; \
	fi
