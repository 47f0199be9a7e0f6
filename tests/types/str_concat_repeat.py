# Joining and repeating strings of different widths.
print("a" + "é" + "日" + "😀", len("a" + "é" + "日" + "😀"), "ab" * 3, 3 * "é", ["x" * 0, "x" * -5, "" * 100])
# expect: aé日😀 4 ababab ééé ['', '', '']
s = ""
for i in range(10): s += chr(97 + i)
print(s)  # expect: abcdefghij
t = s
s += "!"
print(t, s, t is s)  # expect: abcdefghij abcdefghij! False
print("-".join("abc"), "".join([]), ", ".join(["one"]), "é".join(["a", "日"]), "".join(c for c in "xyz"), "ab".join(("1", "2", "3")))
# expect: a-b-c  one aé日 xyz 1ab2ab3
print("a" "b" + "c" * 2 + "d", ("ab" + "cd")[1:3], len("x" * 10 ** 6), ("é" * 1000)[500], ("日" * 3 + "a")[-1])
# expect: abccd bc 1000000 é a
parts = []
for i in range(1000): parts.append(str(i))
print(len("".join(parts)), len(" ".join(parts)))  # expect: 2890 3889
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: "a" + 1)  # expect: TypeError: can only concatenate str (not "int") to str
err(lambda: 1 + "a")  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
err(lambda: "a" + None)  # expect: TypeError: can only concatenate str (not "NoneType") to str
err(lambda: "a" * "b")  # expect: TypeError: can't multiply sequence by non-int of type 'str'
err(lambda: "a" * 1.5)  # expect: TypeError: can't multiply sequence by non-int of type 'float'
err(lambda: ",".join([1, 2]))  # expect: TypeError: sequence item 0: expected str instance, int found
err(lambda: ",".join(["a", None]))  # expect: TypeError: sequence item 1: expected str instance, NoneType found
err(lambda: ",".join(5))  # expect: TypeError: can only join an iterable
err(lambda: "ab" * (1 << 62))  # expect: OverflowError: repeated string is too long
err(lambda: "ab" * (1 << 70))  # expect: OverflowError: cannot fit 'int' into an index-sized integer
class S(str): pass
print(type("".join([S("only")])).__name__, S("a") + "b", type(S("a") * 1).__name__, type(S("ab")[:]).__name__)
# expect: str ab str str
