# Wrong expressions, brackets and literals.
def bad(source):
    try:
        compile(source, "<bad>", "exec")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)
    else:
        print("no error")
bad("(1, 2")  # expect: '(' was never closed 1 1
bad("[1, 2")  # expect: '[' was never closed 1 1
bad("{1: 2")  # expect: '{' was never closed 1 1
bad("f(1, (2")  # expect: '(' was never closed 1 6
bad("1)")  # expect: unmatched ')' 1 2
bad("(1]")  # expect: closing parenthesis ']' does not match opening parenthesis '(' 1 3
bad("[(1]")  # expect: closing parenthesis ']' does not match opening parenthesis '(' 1 4
bad("{1, 2)")  # expect: closing parenthesis ')' does not match opening parenthesis '{' 1 6
bad("(\n1,\n]")  # expect: closing parenthesis ']' does not match opening parenthesis '(' on line 1 3 1
bad("[1 2]")  # expect: invalid syntax. Perhaps you forgot a comma? 1 2
bad("(1 2)")  # expect: invalid syntax. Perhaps you forgot a comma? 1 2
bad("{1: 2 3: 4}")  # expect: invalid syntax. Perhaps you forgot a comma? 1 5
bad("{1: 2, 3}")  # expect: ':' expected after dictionary key 1 8
bad("{1, 2: 3}")  # expect: invalid syntax 1 6
bad("{1:}")  # expect: expression expected after dictionary key and ':' 1 3
bad("{**a, 1}")  # expect: ':' expected after dictionary key 1 7
bad("{1: *a}")  # expect: cannot use a starred expression in a dictionary value 1 5
bad("{*a: 1}")  # expect: invalid syntax 1 4
bad("{**a for a in b}")  # expect: dict unpacking cannot be used in dict comprehension 1 2
bad("[*a for a in b]")  # expect: iterable unpacking cannot be used in comprehension 1 2
bad("[a, b for a in c]")  # expect: did you forget parentheses around the comprehension target? 1 2
bad("[a := 1 for a in b]")  # expect: assignment expression cannot rebind comprehension iteration variable 'a' 1 2
bad("[for a in b]")  # expect: invalid syntax 1 2
bad("[a for a in]")  # expect: invalid syntax 1 12
bad("[a for a b]")  # expect: 'in' expected after for-loop variables 1 10
bad("[x for x in a, b]")  # expect: invalid syntax 1 14
bad("1 +")  # expect: invalid syntax 1 4
bad("1 + * 2")  # expect: invalid syntax 1 5
bad("a..b")  # expect: invalid syntax 1 3
bad("a.5")  # expect: invalid syntax 1 2
bad("a[")  # expect: '[' was never closed 1 2
bad("a[]")  # expect: invalid syntax 1 3
bad("a[1:2:3:4]")  # expect: invalid syntax 1 8
bad("a ? b : c")  # expect: invalid syntax 1 3
bad("a $ b")  # expect: invalid syntax 1 3
bad("a ! b")  # expect: invalid syntax 1 3
bad("a && b")  # expect: invalid syntax 1 4
bad("a || b")  # expect: invalid syntax 1 4
bad("x = y++")  # expect: invalid syntax 1 8
bad("a <> b")  # expect: invalid syntax 1 3
bad("not")  # expect: invalid syntax 1 4
bad("a not b")  # expect: invalid syntax 1 7
bad("a is is b")  # expect: invalid syntax 1 6
bad("x if y")  # expect: expected 'else' after 'if' expression 1 1
bad("x if y else")  # expect: invalid syntax 1 12
bad("5x")  # expect: invalid decimal literal 1 1
bad("0x")  # expect: invalid hexadecimal literal 1 2
bad("0b2")  # expect: invalid digit '2' in binary literal 1 3
bad("0o8")  # expect: invalid digit '8' in octal literal 1 3
bad("012")
# expect: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers 1 1
bad("1__0")  # expect: invalid decimal literal 1 2
bad("1_")  # expect: invalid decimal literal 1 2
bad("1e")  # expect: invalid decimal literal 1 1
bad("1.5abc")  # expect: invalid decimal literal 1 3
bad("'abc")  # expect: unterminated string literal (detected at line 1) 1 1
bad('"abc\ndef"')  # expect: unterminated string literal (detected at line 1) 1 1
bad("'''abc")  # expect: unterminated triple-quoted string literal (detected at line 1) 1 1
bad("'\\N{no such name}'")
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name 1 1
bad("'\\x1'")
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape 1 1
bad("b'é'")  # expect: bytes can only contain ASCII literal characters 1 1
bad("'a' b'b'")  # expect: cannot mix bytes and nonbytes literals 1 9
bad("\\ x")  # expect: unexpected character after line continuation character 1 2
bad("x = \\")  # expect: unexpected EOF while parsing 1 6
bad("x\u00a0= 1")  # expect: invalid non-printable character U+00A0 1 2
bad("“quoted”")  # expect: invalid character '“' (U+201C) 1 1
bad("€ = 1")  # expect: invalid character '€' (U+20AC) 1 1
bad("*a")  # expect: can't use starred expression here 1 1
bad("print(*)")  # expect: Invalid star expression 1 8
bad("await x")  # expect: 'await' outside function 1 1
bad("lambda")  # expect: invalid syntax 1 7
