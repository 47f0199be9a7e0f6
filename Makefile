# adder: build, tests, checks. `make help` lists the targets.
#
# Everything made goes to build/: objects and generated sources of a mode to build/MODE,
# the release binary to build/adder, the others to build/MODE/adder.

MODE   ?= release
PYTHON ?= python3.13
JOBS   ?= 2
MODES  := release debug audit stress asan
ifeq ($(filter $(MODE),$(MODES)),)
$(error MODE is one of: $(MODES))
endif
ifeq ($(origin CC),default)
CC := gcc
endif

B   := build/$(MODE)
BIN := $(if $(filter release,$(MODE)),build/adder,$(B)/adder)

# ---- flags

ifeq ($(findstring clang,$(CC)),)
LTO  := -flto=auto
LOOP := -fno-gcse -fno-crossjumping
else ifneq ($(shell command -v ld.lld),)
LTO  := -flto=thin
LINK := -fuse-ld=lld
endif
WARN          := -Wall -Wextra -Wshadow -Wundef -Wwrite-strings -Wstrict-prototypes -Wmissing-prototypes -Wno-missing-field-initializers
FLAGS_release := -O2 -g -DNDEBUG $(LTO) -fno-plt -fno-semantic-interposition
FLAGS_debug   := -O1 -g -DADDER_DEBUG
FLAGS_audit   := -O1 -g -DADDER_DEBUG -DADDER_AUDIT
FLAGS_stress  := -O1 -g -DADDER_DEBUG -DADDER_STRESS
FLAGS_asan    := -O1 -g -DADDER_ASAN -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
BASE          := -std=c11 -D_GNU_SOURCE -I. -I$(B) $(WARN)
COMPILE       := $(CC) $(BASE) $(FLAGS_$(MODE)) -fno-pie $(CFLAGS)
# The loop is one function with hundreds of labels: with the sanitizers' checks in it, gcc takes minutes and gigabytes. What it calls is checked.
ifeq ($(MODE),asan)
LOOP := -fno-sanitize=all
endif
# A static copy where there is one: each shared library costs start-up time.
library = $(or $(wildcard $(shell $(CC) -print-file-name=lib$(1).a)),-l$(1))
LIBS    = $(call library,gmp) $(call library,utf8proc) -lm

# ---- what there is to build

SRC   := $(wildcard gc/*.c grammar/*.c runtime/*.c vm/*.c lib/*.c)
LEXER := $(patsubst %.re,$(B)/%.c,$(wildcard grammar/lexer.re))
YACC  := $(patsubst %.y,$(B)/%.c,$(wildcard grammar/parser.y))
PY    := $(sort $(wildcard lib/py/*.py lib/py/*/*.py lib/demos/*.py))
OBJ   := $(SRC:%.c=$(B)/%.o) $(LEXER:.c=.o) $(YACC:.c=.o) $(B)/lib/embedded.o
UNIT  := $(patsubst tests/unit/%.c,$(B)/unit/%,$(wildcard tests/unit/*.c))

all: $(BIN) $(UNIT)

$(BIN): $(OBJ)
	$(COMPILE) $(LINK) -no-pie $(LDFLAGS) -Wl,--as-needed -o $@ $^ $(LIBS)

$(B)/%.o: %.c $(B)/flags | deps $(YACC)
	@mkdir -p $(@D)
	$(COMPILE) $(if $(filter vm/eval.c vm/observe.c,$<),$(LOOP)) -MMD -MP -c -o $@ $<

$(B)/%.o: $(B)/%.c $(B)/flags | $(YACC)
	$(COMPILE) -MMD -MP -c -o $@ $<

$(B)/grammar/lexer.c: grammar/lexer.re | deps
	@mkdir -p $(@D)
	re2c -W -i --no-generation-date -o $@ $<

# A pattern rule, so that make knows that one run makes both files.
build/%/grammar/parser.c build/%/grammar/parser.h: grammar/parser.y | deps
	@mkdir -p $(@D)
	bison -Werror -Wcounterexamples --header=build/$*/grammar/parser.h -o build/$*/grammar/parser.c $<

$(B)/lib/embedded.c: lib/embed.awk $(PY) | deps
	@mkdir -p $(@D)
	awk -f lib/embed.awk $(PY) > $@

# Changes only when the compiler or its flags do; then every object is stale.
$(B)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(COMPILE) $(LOOP)' | cmp -s - $@ || echo '$(COMPILE) $(LOOP)' > $@

$(B)/unit/%: tests/unit/%.c $(B)/flags $(filter $(B)/gc/%,$(OBJ))
	@mkdir -p $(@D)
	$(COMPILE) -MMD -MP -MF $@.d -MT $@ $(LINK) -no-pie -o $@ $< $(filter $(B)/gc/%.o,$^)

build/tests-run: tests/run.c | deps
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE $(WARN) -O1 -g -o $@ $<

-include $(OBJ:.o=.d) $(UNIT:=.d)

# ---- tests

test: deps
	+@MAKE='$(MAKE)' sh tests/all.sh

suite: $(BIN) $(UNIT) build/tests-run
	@build/tests-run --mode $(MODE) --adder $(BIN) -j $(JOBS) $(if $(TALLY),--tally $(TALLY)) $(or $(T),tests $(wildcard $(B)/unit))

debug audit stress asan:
	@$(MAKE) --no-print-directory MODE=$@ suite

python: build/tests-run
	@build/tests-run --python '$(PYTHON)' -j $(JOBS) $(or $(T),tests)

goldens: build/tests-run
	@build/tests-run --python '$(PYTHON)' --goldens $(or $(T),tests)

# ---- checks: nothing is run

# evalloop.h, evalmacros.h and evalrest.h are no headers but the loop's text, included once for each of its twins.
HEADERS := $(filter-out vm/evalloop.h vm/evalmacros.h vm/evalrest.h,$(wildcard gc/*.h grammar/*.h runtime/*.h vm/*.h lib/*.h))
SYNTAX  := -fsyntax-only -Werror $(BASE)

checks: layers own headers caps

layers:
	@awk -f tests/layers.awk $(wildcard gc/* grammar/* runtime/* vm/* lib/*.[ch]) /dev/null

own: $(YACC) | deps
	@bad=0; for f in $(wildcard runtime/*.c vm/*.c lib/*.c); do \
	    gcc -fsyntax-only $(BASE) -w -DCHECK_OWNERSHIP -Werror=discarded-qualifiers -Werror=incompatible-pointer-types $$f || bad=1; \
	done; exit $$bad

headers: $(YACC) | deps
	@bad=0; for f in $(HEADERS); do echo "#include \"$$f\"" | $(CC) $(SYNTAX) -x c - || { echo "$$f does not compile alone"; bad=1; }; done; exit $$bad

caps:
	@awk -f tests/caps.awk $(wildcard $(foreach d,gc grammar runtime vm lib tests tests/unit,$d/*.c $d/*.h $d/*.re $d/*.y)) /dev/null

# ---- the rest

deps:
	@CC='$(CC)' sh tests/deps.sh

clean:
	rm -rf build

help:
	@echo 'make                 build/adder, the release (MODE=debug|audit|stress|asan: build/MODE/adder; CC=clang)'
	@echo 'make test            the suite in release, and the checks (TEST_MODES="release audit" for more builds)'
	@echo 'make suite           the suite in MODE; T="tests/lang tests/gc/x.py" for a part; JOBS=2'
	@echo 'make debug|audit|stress|asan   the suite in that mode'
	@echo 'make python          the suite under CPython: are the expectations true? (PYTHON=python3.13)'
	@echo 'make goldens         write the .exp files anew under CPython'
	@echo 'make checks          layers (includes), own (ownership types), headers (each alone), caps (sizes)'
	@echo 'make deps            install what the build needs; make clean; make help'

FORCE:
.PHONY: all test suite debug audit stress asan python goldens checks layers own headers caps deps clean help FORCE
.DELETE_ON_ERROR:
