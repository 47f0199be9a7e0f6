# An octal number written as in C.
mode = 0755  # expect error: SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers
