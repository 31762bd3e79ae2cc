# Two commands are all a fresh machine with Python 3.11 needs: `make demo` and `make test`.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
HEADWATER_DATA ?= ../shared/data

.PHONY: demo test lint bench eval clean

demo: $(VENV)/.installed
	$(BIN)/headwater demo

test: $(VENV)/.developing lint
	$(BIN)/pytest -n 2

lint: $(VENV)/.developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.developing
	for each in bench/*.py; do $(BIN)/python $$each || exit 1; done

# Measures on the yardsticks; says so in a plain word where the data is not there.
eval: $(VENV)/.rivals
	$(BIN)/python -m eval --data "$(HEADWATER_DATA)"

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.developing: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $(VENV)/.installed $@

$(VENV)/.rivals: $(VENV)/.developing
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev,rivals]'
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build dist
