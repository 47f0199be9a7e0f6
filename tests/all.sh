#!/bin/sh
# `make test`: the suite in the modes of MODES (release), then the checks; one total on the last line.
# A mode that does not build, or a check that fails, counts as one failure.
tally=build/tally
mkdir -p build
: > $tally
for mode in ${TEST_MODES:-release}; do
    echo "== $mode"
    before=$(wc -l < $tally)
    ${MAKE:-make} --no-print-directory -s MODE=$mode TALLY=$tally suite
    [ "$(wc -l < $tally)" -gt "$before" ] || echo "$mode 0 1" >> $tally
done
echo "== checks"
for check in layers own headers caps; do
    if ${MAKE:-make} --no-print-directory -s $check; then
        echo "$check 1 0" >> $tally
    else
        echo "FAIL $check"
        echo "$check 0 1" >> $tally
    fi
done
echo "== total"
awk '{ passed += $2; failed += $3; if ($3) where = where " " $1 }
     END { if (failed) print "failures in:" where
           print passed " passed, " failed + 0 " failed"; exit failed > 0 }' $tally
