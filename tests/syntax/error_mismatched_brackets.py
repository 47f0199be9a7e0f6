# A closing bracket of another kind.
x = (1, [2, 3), 4]  # expect error: SyntaxError: closing parenthesis ')' does not match opening parenthesis '['
