# Iterating over strings, and strings as sequences.
for c in "aé日😀": print(c, end=".")
print()  # expect: a.é.日.😀.
print(list("abc"), tuple("ab"), set("aa"), sorted("cab"), list(enumerate("ab")), list(zip("ab", "xyz")), dict(zip("ab", [1, 2])), "".join(reversed("abc")))
# expect: ['a', 'b', 'c'] ('a', 'b') {'a'} ['a', 'b', 'c'] [(0, 'a'), (1, 'b')] [('a', 'x'), ('b', 'y')] {'a': 1, 'b': 2} cba
it = iter("ab")
print(next(it), next(it), next(it, "end"), list(iter("")), type(it).__name__)  # expect: a b end [] str_ascii_iterator
a, b, *c = "hello"
print(a, b, c, len("héllo"), min("bca"), max("bca"), sum(c == "l" for c in "hello"), any(c.isdigit() for c in "ab1"), "l" in "hello")
# expect: h e ['l', 'l', 'o'] 5 a c 2 True True
print([x + y for x in "ab" for y in "12"], {c: "hello".count(c) for c in "hello"}, list(map(str.upper, "ab")), list(filter(str.isalpha, "a1b2")), [*"xy"])
# expect: ['a1', 'a2', 'b1', 'b2'] {'h': 1, 'e': 1, 'l': 2, 'o': 1} ['A', 'B'] ['a', 'b'] ['x', 'y']
it = iter("aé😀")
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it))  # expect: 3 a 2 ['é', '😀']
