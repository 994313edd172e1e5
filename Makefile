# Two commands do everything: `make run` and `make test`. Each makes its own virtual environment and installs what it needs.
PYTHON ?= python3
VENV ?= .venv
DATA ?= .citers
PORT ?= 8321
# Where the data sets of `make eval` and `make peers` lie, what they keep from run to run, and the one set to measure,
# if not all; of the peers, the one to measure.
EVAL_DATA ?= ../shared/data
EVAL_WORK ?= .citers/figures
ONLY ?=
PEER ?=
# The entailment model that `make gate` has judge beside the built-in rules, if any.
CHECKER ?=
# Where `make bench` keeps its papers, queries and peers, and the peers to measure: all, none, or names with commas between.
BENCH = $(EVAL_WORK)/bench
PEERS ?= all
# Where the CPU build of torch comes from, when the configured package index serves a CUDA build first:
# make run TORCH_ARGS="--index-url <an index of CPU wheels>"
TORCH_ARGS ?=
BIN := $(VENV)/bin
ROOMS := corpus embeddings index answers eval service

export PIP_DISABLE_PIP_VERSION_CHECK = 1
# pip compiles nothing and Python compiles what is used, once: half the set-up time, and start-up needs the bytecode kept.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check eval gate peers bench setup setup-bench setup-dev format clean

run: setup
	$(BIN)/citers serve --demo --data $(DATA) --port $(PORT)

test: setup-dev
	$(BIN)/ruff format --check $(ROOMS) tests
	$(BIN)/ruff check $(ROOMS) tests
	$(BIN)/mypy
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest

check: setup-dev
	$(BIN)/ruff format $(ROOMS) tests
	$(BIN)/ruff check --fix $(ROOMS) tests
	$(BIN)/mypy
	HF_HUB_OFFLINE=1 $(BIN)/python -m pytest -m "not slow and not shared"

eval: setup
	HF_HUB_OFFLINE=1 $(BIN)/python -m service.figures $(EVAL_DATA) --work $(EVAL_WORK) --page docs/figures.md $(addprefix --only ,$(ONLY))
	test -n "$(ONLY)" || HF_HUB_OFFLINE=1 $(BIN)/python -m service.answering $(EVAL_DATA) --work $(EVAL_WORK) --page docs/figures.md
	test -n "$(ONLY)" || $(BIN)/python -m eval.cues $(EVAL_DATA) --page docs/figures.md
	test -n "$(ONLY)" || HF_HUB_OFFLINE=1 $(BIN)/python -m service.answer_cost $(EVAL_DATA) --work $(EVAL_WORK) --page docs/figures.md

gate: setup
	HF_HUB_OFFLINE=1 $(BIN)/python -m service.gate_figures $(EVAL_DATA) --work $(EVAL_WORK) --page docs/figures.md $(addprefix --checker ,$(CHECKER))

peers: setup
	HF_HUB_OFFLINE=1 $(BIN)/python -m eval.peers $(EVAL_DATA) --work $(EVAL_WORK) --page docs/figures.md $(addprefix --only ,$(ONLY)) $(addprefix --peer ,$(PEER))

bench: setup-bench
	test -f $(BENCH)/papers.jsonl || $(BIN)/python -m eval.bench.corpus $(EVAL_DATA) $(BENCH)
	test -d $(BENCH)/held/index || HF_HUB_OFFLINE=1 $(BIN)/citers import $(BENCH)/papers.jsonl --data $(BENCH)/held
	HF_HUB_OFFLINE=1 $(BIN)/citers bench --data $(BENCH)/held --queries $(BENCH)/queries.txt --work $(BENCH) --peers $(PEERS) --json > $(BENCH)/bench.json
	$(BIN)/python -m eval.bench $(BENCH)/bench.json --page docs/bench.md --plots docs/bench

setup: $(VENV)/.installed
setup-bench: $(VENV)/.installed-bench
setup-dev: $(VENV)/.installed-dev

$(VENV)/.installed: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --no-compile -c constraints.txt $(TORCH_ARGS) torch
	$(BIN)/pip install -q --no-compile -c constraints.txt -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/pip install -q --no-compile -c constraints.txt -e ".[dev]"
	touch $@

$(VENV)/.installed-bench: $(VENV)/.installed
	$(BIN)/pip install -q --no-compile -c constraints.txt -e ".[bench]"
	touch $@

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis build *.egg-info
