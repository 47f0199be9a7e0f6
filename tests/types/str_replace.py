# replace: counts, empty patterns, growing and shrinking, widths.
s = "one two one"
print(s.replace("one", "1"), s.replace("one", "three", 1), s.replace("o", ""), s.replace("x", "y"), s.replace("one", "1", 0), s.replace("one", "1", -1))
# expect: 1 two 1 three two one ne tw ne one two one one two one 1 two 1
print("abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "".replace("a", "b"), "aaa".replace("aa", "b"), "aaaa".replace("a", "bb"))
# expect: -a-b-c- -a-bc x  ba bbbbbbbb
print("abc".replace("b", "é"), "abc".replace("b", "日本"), "a日b".replace("日", "x"), "é😀é".replace("é", "😀"), "aéa".replace("é", "a"), "aaa".replace("a", "a"))
# expect: aéc a日本c axb 😀😀😀 aaa aaa
print("abc".replace("b", "b"), len(("ab" * 1000).replace("b", "cde")), "a.b.c".replace(".", "/"), "tab\tx".replace("\t", "    "), "abc".replace("b", "x", count=1))
# expect: abc 4000 a/b/c tab    x axc
print("".replace("", "", 5), "x".replace("", "yz", 1), "banana".replace("an", "AN", 1), "mississippi".replace("ss", "s"))
# expect:  yzx bANana misisippi
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: s.replace("a"))  # expect: TypeError: replace() takes at least 2 positional arguments (1 given)
err(lambda: s.replace(1, "a"))  # expect: TypeError: replace() argument 1 must be str, not int
err(lambda: s.replace("a", None))  # expect: TypeError: replace() argument 2 must be str, not None
err(lambda: s.replace("a", "b", "c"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
