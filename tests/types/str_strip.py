# strip and its sides, with whitespace and with sets of characters.
s = "  \t spaced \n "
print([s.strip(), s.lstrip(), s.rstrip()])  # expect: ['spaced', 'spaced \n ', '  \t spaced']
print("xxabcxx".strip("x"), "xyabcyx".strip("xy"), "abc".strip("abc") == "", "www.example.com".strip("cmowz."), "xxa".lstrip("x"), "axx".rstrip("x"))
# expect: abc abc True example a a
print("abc".strip(None), "abc".strip(""), [" \u2003\xa0a\u3000".strip()], ["\x1c\x1f\x85a".strip()], "日a日".strip("日"), "😀é".rstrip("é"), ["".strip()])
# expect: abc abc ['a'] ['a'] a 😀 ['']
t = "same"
print(t.strip() == t, " ".strip() == "", "\0a\0".strip("\0"), "a\u200b".strip() == "a\u200b")
# expect: True True a True
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: "a".strip(5))  # expect: TypeError: strip arg must be None or str
err(lambda: "a".lstrip(["a"]))  # expect: TypeError: lstrip arg must be None or str
err(lambda: "a".rstrip("a", "b"))  # expect: TypeError: rstrip expected at most 1 argument, got 2
