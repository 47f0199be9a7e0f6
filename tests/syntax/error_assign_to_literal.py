# A literal as assignment target.
print("never printed: the whole file is compiled first")
7 = x  # expect error: SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='?
