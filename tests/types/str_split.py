# split, rsplit, splitlines, partition, rpartition.
print("a b  c".split(), " a\tb\n".split(), "".split(), "   ".split(), "one".split(), "a b c d".split(None, 2), " a  b ".split(None, 1))
# expect: ['a', 'b', 'c'] ['a', 'b'] [] [] ['one'] ['a', 'b', 'c d'] ['a', 'b ']
print("a,b,,c".split(","), ",".split(","), "".split(","), "a,b,c".split(",", 1), "a,b,c".split(",", 0), "a<>b<>c".split("<>"), "aXbxc".split("x"))
# expect: ['a', 'b', '', 'c'] ['', ''] [''] ['a', 'b,c'] ['a,b,c'] ['a', 'b', 'c'] ['aXb', 'c']
print("a b c d".rsplit(None, 2), "a,b,c".rsplit(",", 1), "  a  b ".rsplit(), "a,b,c".rsplit(","), " x y ".rsplit(maxsplit=1))
# expect: ['a b', 'c', 'd'] ['a,b', 'c'] ['a', 'b'] ['a', 'b', 'c'] [' x', 'y']
print("a,b,c".split(sep=",", maxsplit=-1), "aaa".split("a"), "aaa".split("aa"), "aaaa".rsplit("aa", 1), "a\u2003b\x1cc".split(), "a\xa0b".split())
# expect: ['a', 'b', 'c'] ['', '', '', ''] ['', 'a'] ['aa', ''] ['a', 'b', 'c'] ['a', 'b']
print("a\nb\r\nc\rd".splitlines(), "a\n\nb\n".splitlines(), "".splitlines(), "\n".splitlines(), "a\nb".splitlines(True), "a\r\nb\n".splitlines(keepends=True))
# expect: ['a', 'b', 'c', 'd'] ['a', '', 'b'] [] [''] ['a\n', 'b'] ['a\r\n', 'b\n']
print("a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i".splitlines())
# expect: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
print("key=value=x".partition("="), "none".partition("="), "key=value=x".rpartition("="), "none".rpartition("="), "==".partition("="), "a--b".partition("--"))
# expect: ('key', '=', 'value=x') ('none', '', '') ('key=value', '=', 'x') ('', '', 'none') ('', '=', '=') ('a', '--', 'b')
print("日 本 語".split(), "日,本".split(","), "é-日-😀".split("-"), "é日é".partition("日"), "x日y".rpartition("日"))
# expect: ['日', '本', '語'] ['日', '本'] ['é', '日', '😀'] ('é', '日', 'é') ('x', '日', 'y')
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: "a".split(""))  # expect: ValueError: empty separator
err(lambda: "a".rsplit(""))  # expect: ValueError: empty separator
err(lambda: "a".split(5))  # expect: TypeError: must be str or None, not int
err(lambda: "a".split(",", "x"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: "a".partition(""))  # expect: ValueError: empty separator
err(lambda: "a".rpartition(5))  # expect: TypeError: must be str, not int
err(lambda: "a".split(",", 1, 2))  # expect: TypeError: split() takes at most 2 arguments (3 given)
