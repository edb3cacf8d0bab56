# Everything needs only python3 (3.11 or newer) and make. Type `make help`.
SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8000
RESET ?=
RUN := PYTHONPATH=src .venv/bin/python -m alongside
export PYTHON PORT RESET

.PHONY: help demo test check bench serve screenshots fix
.DEFAULT_GOAL := help

help:
	@echo "make demo          a living clinic on http://localhost:$(PORT) (PORT=8001 another port, RESET=1 start again)"
	@echo "make test          every test, with people going through pages in a browser"
	@echo "make check         format, lint, types, contracts, templates, migrations, ideas, pages, locks, sizes"
	@echo "make bench         how fast and how heavy, measured on this machine"
	@echo "make serve         the web server for your own clinic (see docs/how-to)"
	@echo "make screenshots   draw the pictures of docs/pictures again"
	@echo "make fix           format the code and repair what can be repaired by itself"

demo: .venv/requirements.lock
	@$(RUN) demo

serve: .venv/requirements.lock
	@$(RUN) serve

test: .venv/requirements-test.lock
	@scripts/test

bench: .venv/requirements-test.lock
	@ALONGSIDE_CHROMIUM="$$(scripts/chromium)" $(RUN) bench

screenshots: .venv/requirements-test.lock
	@ALONGSIDE_CHROMIUM="$$(scripts/chromium)" $(RUN) screenshots

check: .venv/requirements-check.lock
	@.venv/bin/python scripts/check.py

fix: .venv/requirements-check.lock
	@.venv/bin/ruff check --fix-only --quiet . && .venv/bin/ruff format .

# A copy of each lock inside .venv says what is installed; a changed lock installs again.
.venv/requirements.lock: requirements.lock
	@scripts/install $<

.venv/requirements-test.lock: requirements-test.lock .venv/requirements.lock
	@scripts/install $<

.venv/requirements-check.lock: requirements-check.lock .venv/requirements.lock
	@scripts/install $<
