# Trellis: two commands matter, `make run` and `make test`. The work is done in scripts/.
SHELL := /bin/bash
TOOLS := . scripts/lib.sh && use_tools
NATIVE := --workspace --exclude frontend

.PHONY: help setup run test test-quick unit spec dev build dist image dist-check lint fmt size phone bench bench-matching clean

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: ## build for trying, fill an empty database with a demo, serve on http://127.0.0.1:3000
	@scripts/run

test: ## everything: format, lints, all tests, the browser; prints one summary
	@scripts/test

test-quick: ## the same without the browser
	@scripts/test --quick

dev: setup ## serve while developing, rebuilding what changes
	@$(TOOLS) && { command -v cargo-leptos >/dev/null || { \
	  echo "cargo-leptos is missing; get it with one of" ; \
	  echo "  cargo binstall cargo-leptos@0.3.11" ; \
	  echo "  cargo install --locked cargo-leptos@0.3.11   (takes a while)" ; exit 1; }; } \
	  && cargo leptos watch --split

unit: ## the tests of one crate, or some of them: make unit CRATE=service TEST=goals
	@scripts/unit "$(CRATE)" $(TEST)

spec: ## build what changed, run one file of browser tests: make spec SPEC=ranks
	@scripts/spec "$(SPEC)" $(ARGS)

build: setup ## the release binary, with the site inside
	@scripts/build --release

dist: ## what people download: the release binary, packed, with its licences and its sum
	@scripts/dist $(TAG)

image: ## a container image of the same, made without Docker
	@scripts/image

dist-check: ## start both on bare systems without our tools (needs root)
	@scripts/dist-check

lint: setup ## clippy on server and client, warnings denied
	@$(TOOLS) && cargo clippy $(NATIVE) --all-targets -- -D warnings
	@$(TOOLS) && cargo clippy -p frontend --target wasm32-unknown-unknown -- -D warnings

fmt: setup ## format the code
	@$(TOOLS) && cargo fmt --all

size: build ## what each page weighs, whether that is too much, and which crates the client is made of
	@$(TOOLS) && cargo run -q -p xtask -- size --crates

phone: ## how six pages load on a slow phone: paints, what moves, when they react; fails when things move
	@scripts/phone

bench: build ## pages per second with 10,000 participants, on both databases
	@scripts/bench

bench-matching: setup ## the matching engine against scipy, lapx and OR-tools, into docs/matching.md
	@scripts/bench-matching

setup: ## install what building needs and this machine lacks
	@scripts/setup

clean: ## remove everything that was built (not the data)
	@. scripts/lib.sh && rm -rf "$$TARGET" "$$TOOLS" xtask/node_modules end2end/node_modules
