# SystemExit: its status, its text on stderr, and finally blocks on the way out.
run() { $ADDER -c "$1" 2>&1; echo "status $?"; }
run 'raise SystemExit'                       # expect: status 0
run 'raise SystemExit(3)'                    # expect: status 3
run 'import sys; sys.exit(None)'             # expect: status 0
run 'import sys; sys.exit("message")'
# expect: message
# expect: status 1
run 'import sys; sys.exit(256 + 7)'          # expect: status 7
run 'import sys; sys.exit(-1)'               # expect: status 255
run 'import sys; sys.exit((1, 2))'
# expect: (1, 2)
# expect: status 1
run 'try: raise SystemExit(4)
finally: print("cleanup")'
# expect: cleanup
# expect: status 4
run 'try: exit_ = SystemExit(5); raise exit_
except Exception: print("never")'            # expect: status 5
run 'exit(6)'                                # expect: status 6
run 'quit("bye")'
# expect: bye
# expect: status 1
run 'import sys; sys.exit(True)'             # expect: status 1
run 'import sys; sys.exit([])'
# expect: []
# expect: status 1
