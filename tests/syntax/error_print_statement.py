# The print of Python 2.
print "hello"  # expect error: SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?
