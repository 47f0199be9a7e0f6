# startswith and endswith with tuples and bounds; removeprefix, removesuffix.
s = "filename.tar.gz"
print(s.startswith("file"), s.startswith("name", 4), s.startswith("name", 4, 7), s.startswith(""), s.startswith("x"))
# expect: True True False True False
print(s.endswith("gz"), s.endswith(".tar", 0, 12), s.endswith(""), s.endswith(s), s.endswith("x" + s))
# expect: True True True True False
print(s.startswith(("x", "fi")), s.endswith((".gz", ".zip")), s.startswith(()), s.startswith("", 15), s.startswith("", 16))
# expect: True True False True False
print(s.removeprefix("file"), s.removeprefix("x"), s.removesuffix(".gz"), s.removesuffix(""), s.removesuffix("gz."), "aa".removeprefix("a"))
# expect: name.tar.gz filename.tar.gz filename.tar filename.tar.gz filename.tar.gz a
print("日本".startswith("日"), "é".endswith("é"), "a".startswith("日"), "ab".startswith("ab", -2), "ab".startswith("b", -1), "ab".endswith("a", 0, -1))
# expect: True True False True True True
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: s.startswith(5))  # expect: TypeError: startswith first arg must be str or a tuple of str, not int
err(lambda: s.startswith(("a", 5)))  # expect: TypeError: tuple for startswith must only contain str, not int
err(lambda: s.endswith(["a"]))  # expect: TypeError: endswith first arg must be str or a tuple of str, not list
err(lambda: s.startswith())  # expect: TypeError: startswith expected at least 1 argument, got 0
err(lambda: s.removeprefix(5))  # expect: TypeError: removeprefix() argument must be str, not int
err(lambda: s.endswith("a", "b"))
# expect: TypeError: slice indices must be integers or None or have an __index__ method
