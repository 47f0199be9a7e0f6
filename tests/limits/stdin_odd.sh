# Odd input for input().
echo_all='
try:
    while True: print(repr(input()))
except EOFError: print("eof")'
printf 'no newline' | $ADDER -c "$echo_all"
# expect: 'no newline'
# expect: eof
printf 'a\r\nb\n\nc\0d\n' | $ADDER -c "$echo_all"
# expect: 'a\r'
# expect: 'b'
# expect: ''
# expect: 'c\x00d'
# expect: eof
printf 'caf\303\251\n' | $ADDER -c "$echo_all"
# expect: 'café'
# expect: eof
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "x"; print "" }' | $ADDER -c 'print(len(input()))'   # expect: 100000
printf '' | $ADDER -c "$echo_all"               # expect: eof
