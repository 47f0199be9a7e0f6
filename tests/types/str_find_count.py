# find, rfind, index, rindex, count, in: with bounds and in all widths.
s = "abracadabra"
print(s.find("abra"), s.rfind("abra"), s.find("x"), s.find("a", 1), s.find("a", 1, 3), s.find(""), s.rfind(""), s.find("", 11), s.find("", 12))
# expect: 0 7 -1 3 -1 0 11 11 -1
print(s.count("a"), s.count("abra"), s.count("aa"), s.count(""), s.count("a", 3), s.count("a", 3, 6), s.count("", 3, 6), "aaa".count("aa"))
# expect: 5 2 0 12 4 2 4 1
print(s.index("c"), s.rindex("b"), s.find("a", -3), s.find("a", -100, -5), s.rfind("a", 0, -1), s.find("ra", None, 5), s.find("bra", 7))
# expect: 4 8 10 0 7 2 8
print("cad" in s, "cat" in s, "" in s, "" in "", s in s, s + "x" in s, "日" in "a日b", "é" in "e", "😀" in "x😀")
# expect: True False True True True False True False True
t = "aé日😀aé日😀"
print(t.find("é"), t.rfind("😀"), t.find("日😀"), t.count("é日"), t.find("z"), "abc".find("é"), "abc".find("日"), "é".count("😀"))
# expect: 1 7 2 2 -1 -1 -1 0
print("ab" * 1000 + "c" in "ab" * 5000 + "c", ("ab" * 5000 + "c").find("bc"), ("a" * 10000).find("a" * 5000 + "b"))
# expect: True 9999 -1
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: s.index("x"))  # expect: ValueError: substring not found
err(lambda: s.rindex("abra", 8))  # expect: ValueError: substring not found
err(lambda: s.find(5))  # expect: TypeError: find() argument 1 must be str, not int
err(lambda: s.find())  # expect: TypeError: find expected at least 1 argument, got 0
err(lambda: 5 in s)  # expect: TypeError: 'in <string>' requires string as left operand, not int
err(lambda: s.count(None))  # expect: TypeError: count() argument 1 must be str, not None
err(lambda: s.find("a", "b"))  # expect: TypeError: slice indices must be integers or None or have an __index__ method
err(lambda: s.index("a", 1, 2, 3))  # expect: TypeError: index expected at most 3 arguments, got 4
