# Order and equality are by code point; equal strings hash equal whatever their origin.
print("a" < "b", "a" < "B", "abc" < "abcd", "" < "a", "é" > "z", "日" > "é", "😀" > "\uffff", "Z" < "a", "10" < "9")
# expect: True False True True True True True True True
print("abc" == "ab" + "c", "é" == "e\u0301", "a" == "a ", "a" != "A", "" == "", "abc" == ["a", "b", "c"], "1" == 1)
# expect: True False False True True False False
print(sorted(["b", "a", "C", "é", "", "aa", "A", "日"]), max("abc", "abd"), min(["x", "xx"]))
# expect: ['', 'A', 'C', 'a', 'aa', 'b', 'é', '日'] abd x
print(hash("abc") == hash("".join(["a", "b", "c"])), hash("") == hash(""[:]), {"ab": 1}["a" + "b"], hash("é") == hash("xéx"[1]))
# expect: True True 1 True
print(len({"a", "a", "b", "a"[:]}), "a" in {"a": 1}, "".join(sorted("hello")), "aé日😀"[0] == "a", "😀a"[1] == "a", ("日x")[1:] == "x")
# expect: 2 True ehllo True True True
big = "x" * 1000
print(big == "x" * 1000, big < big + "a", big[:-1] < big, big != big[:-1] + "y", hash(big) == hash("x" * 1000))
# expect: True True True True True
class S(str):
    def __eq__(self, o): return "S.eq"
    __hash__ = str.__hash__
print("a" == S("b"), S("a") == "a", "a" != S("a"), S("a") < "b")  # expect: S.eq S.eq False True
