# An assignment where a comparison is meant.
x = 3
if x = 3:  # expect error: SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
    print(x)
