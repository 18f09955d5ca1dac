# Spoiwo. `make` lists what there is.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export SPOIWO_HOME ?= $(CURDIR)/.spoiwo

.PHONY: help start test faults check bench i18n wheel

help: ## this list
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

start: $(VENV)/run.stamp ## install what is needed and run Spoiwo with its examples
	@$(BIN)/python tools/assets.py
	@exec $(BIN)/python -m spoiwo start

test: $(VENV)/dev.stamp ## everything that can run on this machine, on every database found here
	@$(BIN)/python tools/assets.py --dev
	@$(BIN)/python tools/run_tests.py

faults: $(VENV)/dev.stamp ## workers and web servers killed while they work; nobody is written twice, nothing half
	@$(BIN)/python -m pytest -q -s -m faults tests/faults

check: $(VENV)/dev.stamp ## style, types, layers, templates, migrations, translations
	@$(BIN)/python tools/assets.py --dev
	@$(BIN)/python tools/run_checks.py

bench: $(VENV)/dev.stamp ## each job beside its physical reference
	@$(BIN)/python tools/assets.py --dev
	@$(BIN)/python -m bench

i18n: $(VENV)/dev.stamp ## collect new phrases into the catalogues (needs GNU gettext)
	@$(BIN)/python tools/phrases.py

wheel: $(VENV)/dev.stamp ## the package, with everything it needs inside
	@$(BIN)/python tools/assets.py --dev
	@$(BIN)/python -m pip wheel -q --no-deps --wheel-dir dist .

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Spoiwo needs Python 3.11 or newer. Try: make PYTHON=python3.12 start"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python's own venv is missing. On Debian or Ubuntu: sudo apt install python3-venv"; exit 1; }

$(VENV)/run.stamp: requirements/run.txt | $(VENV)/bin/python
	@test -e $(VENV)/dev.stamp || echo "Installing the Python packages …"
	@test -e $(VENV)/dev.stamp || $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt requirements/oracle.txt | $(VENV)/bin/python
	@echo "Installing the Python packages …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes --no-deps --only-binary :all: -r requirements/oracle.txt || echo "Without pabutools: equal shares will not be compared with it."
	@touch $@ $(VENV)/run.stamp
