# center, ljust, rjust, zfill, expandtabs.
print(["abc".center(9), "abc".center(8), "ab".center(5), "ab".center(6, "*"), "abc".center(2), "".center(3), "abc".center(-1)])
# expect: ['   abc   ', '  abc   ', '  ab ', '**ab**', 'abc', '   ', 'abc']
print(["abc".ljust(6), "abc".ljust(6, "."), "abc".ljust(2), "abc".rjust(6), "abc".rjust(6, "é"), "日".rjust(3, "本"), "a".ljust(3, "😀")])
# expect: ['abc   ', 'abc...', 'abc', '   abc', 'éééabc', '本本日', 'a😀😀']
print("42".zfill(5), "-42".zfill(5), "+42".zfill(6), "abc".zfill(5), "".zfill(3), "42".zfill(1), "--1".zfill(5), "-".zfill(3), "é".zfill(3))
# expect: 00042 -0042 +00042 00abc 000 42 -00-1 -00 00é
print(["a\tb".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(2), "ab\tc\td".expandtabs(3), "a\nb\tc".expandtabs(4), "a\tb".expandtabs(0), "a\tb".expandtabs(tabsize=1), "é\t日".expandtabs(4)])
# expect: ['a       b', 'a   b', '  ', 'ab c  d', 'a\nb   c', 'ab', 'a b', 'é   日']
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: "a".center())  # expect: TypeError: center expected at least 1 argument, got 0
err(lambda: "a".center("5"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: "a".ljust(5, "ab"))  # expect: TypeError: The fill character must be exactly one character long
err(lambda: "a".rjust(5, ""))  # expect: TypeError: The fill character must be exactly one character long
err(lambda: "a".center(5, 1))  # expect: TypeError: The fill character must be a unicode character, not int
err(lambda: "a".zfill("x"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: "a".expandtabs("x"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: "a".center(1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
