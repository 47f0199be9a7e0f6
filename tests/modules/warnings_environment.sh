# ADDERWARNINGS holds options as for -W, with commas between; -W counts more.
# python: no
W='import warnings; warnings.warn("one"); print("end")'
ADDERWARNINGS=ignore $ADDER -c "$W"                 # expect: end
ADDERWARNINGS=error,ignore::UserWarning $ADDER -c "$W"  # expect: end
ADDERWARNINGS=error $ADDER -W ignore -c "$W"        # expect: end
ADDERWARNINGS=error $ADDER -c "$W" 2>&1 | tail -n 1 # expect: UserWarning: one
ADDERWARNINGS=,, $ADDER -c 'import sys; print(sys.warnoptions)'  # expect: []
