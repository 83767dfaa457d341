# Two commands for a newcomer: `make demo` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# Compiled modules are kept, also where the environment says otherwise: tests start hundreds of processes, and each
# would compile the whole house again.
export PYTHONDONTWRITEBYTECODE :=
# A virtual environment under /root is closed to the account that PostgreSQL runs as; see docs/decisions.

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev browser demo run quick lint rules house check test crash bench lock clean

help:  ## what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

$(VENV)/.run: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

setup: $(VENV)/.run  ## installs what the bot needs into .venv
setup-dev: $(VENV)/.dev  ## … and what its tests need

browser:  # Chromium for the browser test, from Debian's packages where they can be had
	@command -v chromium >/dev/null || (apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-color-emoji fonts-dejavu-core) >/dev/null 2>&1 || echo "chromium cannot be installed here: the browser test will be skipped"

demo: setup  ## the whole job on a real plan, with no Telegram token; prints the page's address
	@$(BIN)/python -m bot demo

run: setup  ## runs the bot (needs ORYNDA_TOKEN, see README)
	@$(BIN)/python -m bot run

quick: setup-dev  ## in under a minute: lint, types, rules as tables, texts, architecture
	@$(MAKE) --no-print-directory --output-sync -j 2 rules lint house

lint: setup-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy .

rules: setup-dev
	@$(BIN)/python -m pytest tests/core tests/reminders/test_rules.py -p no:xdist

EDGES := $(addprefix tests/handlers/test_,buttons_have_taps.py card_drawn.py kept_by_older_programs.py summaries.py)

house: setup-dev
	@$(BIN)/python -m pytest tests/test_*.py $(EDGES) -p no:xdist

check: lint house  ## lint, types, texts and the architecture of the house

test: setup-dev browser  ## all tests
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

crash: setup-dev  ## kills the bot two hundred times in the middle of a quarter
	@ORYNDA_KILLS=$${ORYNDA_KILLS:-200} $(BIN)/python -m pytest -s tests/crash

bench: setup-dev  ## speed and memory, as ratios against a bare echo bot and bare readers
	@$(BIN)/python -m bench

lock:  # pins the requirements again (needs uv)
	uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 -o requirements.txt requirements.in
	uv pip compile --generate-hashes --no-emit-index-url --python-version 3.11 -o requirements-dev.txt requirements-dev.in

clean:  ## removes what was set up and made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache data
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
