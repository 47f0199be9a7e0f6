# and, or and not: short circuits return operands, truth is what bool() says.
print(1 and 2, 0 and 2, "" or "x", "a" or 1 / 0, None or 0 or [])  # expect: 2 0 x a []
print(not "", not "a", not [], not [0], not 0.0, not None, not {})  # expect: True False True False True True True
print(0 or "" and 1, (0 or 1) and 2)  # expect:  2
def note(x, result):
    print("see", x)
    return result
print(note("a", 0) and note("b", 1))
# expect: see a
# expect: 0
print(note("a", 0) or note("b", 1))
# expect: see a
# expect: see b
# expect: 1
print(note("a", 1) and note("b", 2) or note("c", 3))
# expect: see a
# expect: see b
# expect: 2
if not note("x", False):
    print("yes")
# expect: see x
# expect: yes
x = 5
print(1 < x and x < 10 and "inside" or "outside")  # expect: inside
print([] and 1, {} or (), 3 and [] or "z")  # expect: [] () z
print(True and not False, not not 3)  # expect: True True
class Odd:
    def __bool__(self):
        print("asked")
        return False
o = Odd()
print((o or 4), (o and 4) is o)
# expect: asked
# expect: asked
# expect: 4 True
print(not o)
# expect: asked
# expect: True
