# Dateline's commands. `make run` and `make test` do all their own set-up, with nothing but
# python3 (3.11 to 3.13), its venv module and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := requirements.lock
# The lock has three parts, parted by these lines: what Dateline runs on, what it is made with, and
# what its quotes are compared with, which only `make bench-quotes` installs.
PART := ==== development ====
LAST := ==== comparison ====

.PHONY: run test check format bench bench-watch bench-reading bench-bulk bench-quotes bench-pages \
  screenshots lock clean

## run: open the reader (on the sample archive, until you add articles of your own)
run: $(VENV)/run.done
	@$(BIN)/dateline

## test: run all tests, in parallel
test: $(VENV)/dev.done
	$(BIN)/python -m pytest -n auto --dist loadgroup

## check: ruff, mypy --strict and the contracts between the packages
check: $(VENV)/dev.done
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

## format: put the code into its standard form
format: $(VENV)/dev.done
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

## screenshots: draw docs/*.svg anew from the seeds
screenshots: $(VENV)/dev.done
	$(BIN)/python -m tests.screenshots docs

## bench: time and size beside other engines: make bench DUMP=FILE.jsonl [SIZES=…] [QUERIES=FILE]
bench: $(VENV)/dev.done
	$(BIN)/python -m tests.bench $(DUMP) $(if $(SIZES),--sizes $(SIZES)) \
	  $(if $(QUERIES),--queries $(QUERIES)) $(BENCH)

## bench-reading: reading for quotes beside spaCy's own pipe: make bench-reading DUMP=FILE.jsonl
bench-reading: $(VENV)/dev.done
	$(BIN)/python -m tests.bench.reading $(DUMP) $(BENCH)

## bench-bulk: rate and memory of taking in mixed files and a huge dump: make bench-bulk DUMP=F
bench-bulk: $(VENV)/dev.done
	$(BIN)/python -m tests.bench.bulk $(DUMP) $(BENCH)

## bench-quotes: a table of quotes found and rightly attributed: make bench-quotes GOLD=F TEXT=F
bench-quotes: $(VENV)/compare.done
	$(BIN)/python -m tests.bench.quotes $(GOLD) $(TEXT) $(BENCH)

## bench-pages: how right articles from saved web pages are: make bench-pages PAGES=DIR
bench-pages: $(VENV)/dev.done
	$(BIN)/python -m tests.bench.pages $(PAGES) $(BENCH)

## bench-watch: the echo of letters typed in the reader while 500 files arrive, and without
bench-watch: $(VENV)/dev.done
	$(BIN)/python -m tests.bench.arriving $(BENCH)

## lock: settle every dependency anew, with hashes, for all supported Pythons and systems
lock: $(VENV)/dev.done
	$(BIN)/python -m uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --no-header pyproject.toml --extra all -o $(VENV)/lock-run.txt
	$(BIN)/python -m uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --no-header -c $(VENV)/lock-run.txt pyproject.toml --group dev \
	  $$(sed -nE 's/^([A-Za-z0-9._-]+)==.*/--no-emit-package \1/p' $(VENV)/lock-run.txt | sort -u) \
	  -o $(VENV)/lock-dev.txt
	$(BIN)/python -m uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --no-header -c $(VENV)/lock-run.txt pyproject.toml --group compare \
	  $$(sed -nE 's/^([A-Za-z0-9._-]+)==.*/--no-emit-package \1/p' $(VENV)/lock-run.txt | sort -u) \
	  -o $(VENV)/lock-compare.txt
	{ echo '# Made by `make lock`. Do not edit.'; cat $(VENV)/lock-run.txt; \
	  echo '# $(PART)'; cat $(VENV)/lock-dev.txt; \
	  echo '# $(LAST)'; cat $(VENV)/lock-compare.txt; } > $(LOCK)

clean:
	rm -rf $(VENV) build dist

$(VENV)/run.done: $(LOCK) pyproject.toml
	$(PYTHON) -m venv $(VENV)
	sed '/^# $(PART)$$/,$$d' $(LOCK) > $(VENV)/run.txt
	$(PIP) install --require-hashes --no-deps -r $(VENV)/run.txt
	$(PIP) install --no-deps -e .
	touch $@

$(VENV)/dev.done: $(VENV)/run.done
	sed '1,/^# $(PART)$$/d; /^# $(LAST)$$/,$$d' $(LOCK) > $(VENV)/dev.txt
	$(PIP) install --require-hashes --no-deps -r $(VENV)/dev.txt
	touch $@

$(VENV)/compare.done: $(VENV)/dev.done
	sed '1,/^# $(LAST)$$/d' $(LOCK) > $(VENV)/compare.txt
	$(PIP) install --require-hashes --no-deps -r $(VENV)/compare.txt
	touch $@
