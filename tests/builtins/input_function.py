# input reads lines from stdin, without their ends.
# stdin: first line
# stdin:   spaces kept
# stdin:
# stdin: 42
print(repr(input()))  # expect: 'first line'
print(repr(input("prompt> ")))  # expect: prompt> '  spaces kept'
print(repr(input()))  # expect: ''
print(int(input(5)) + 1)  # expect: 543
try:
    input("end:")
except EOFError as e:
    print("")  # expect: end:
    print(e)  # expect: EOF when reading a line
try:
    input(1, 2)
except TypeError as e:
    print(e)  # expect: input expected at most 1 argument, got 2
