# A compound statement without its colon.
x = 1
if x == 1  # expect error: SyntaxError: expected ':'
    print(x)
