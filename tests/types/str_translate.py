# maketrans and translate.
t = str.maketrans("abc", "xyz")
print("aabbccd".translate(t), t == {97: 120, 98: 121, 99: 122})  # expect: xxyyzzd True
print("hello".translate(str.maketrans("l", "L", "h")), "hello".translate({104: None, 101: "EE", 108: 0x65e5}), "abc".translate({}))
# expect: eLLo EE日日o abc
print("abc".translate(str.maketrans({"a": "1", "b": None, 99: "three"})), "é日".translate({233: "e", 0x65e5: "hi"}), "x".translate({120: 128512}))
# expect: 1three ehi 😀
class T:
    def __getitem__(self, k):
        if k == 98: raise LookupError
        return chr(k).upper()
print("abc".translate(T()), "ab".translate(["?"] * 98))  # expect: AbC ?b
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: str.maketrans("ab", "c"))  # expect: ValueError: the first two maketrans arguments must have equal length
err(lambda: str.maketrans("ab"))  # expect: TypeError: if you give only one argument to maketrans it must be a dict
err(lambda: str.maketrans({"ab": 1}))  # expect: ValueError: string keys in translate table must be of length 1
err(lambda: str.maketrans(1, 2))  # expect: TypeError: maketrans() argument 2 must be str, not int
err(lambda: str.maketrans({1.5: 1}))  # expect: TypeError: keys in translate table must be strings or integers
err(lambda: "a".translate(5))  # expect: TypeError: 'int' object is not subscriptable
err(lambda: "a".translate({97: 2.5}))  # expect: TypeError: character mapping must return integer, None or str
err(lambda: "a".translate({97: 0x110000}))  # expect: ValueError: character mapping must be in range(0x110000)
err(lambda: "a".translate())  # expect: TypeError: str.translate() takes exactly one argument (0 given)
