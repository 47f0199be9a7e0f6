# Comparisons chain, evaluate each operand once and stop at the first false link.
def note(x):
    print("see", x)
    return x
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 >= 2 != 1)  # expect: True False True
print(note(1) < note(3) < note(2))
# expect: see 1
# expect: see 3
# expect: see 2
# expect: False
print(note(2) < note(1) < note(0))
# expect: see 2
# expect: see 1
# expect: False
print(1 == 1.0 == True)  # expect: True
print(1 < 2 in [2], (1 < 2) in [2])  # expect: True False
a = b = [1]
print(a is b, a is not b, a == [1], b is [1])  # expect: True False True False
print("a" in "abc", "z" not in "abc", 3 in (1, 2), None is None)  # expect: True True False True
print([1, 2] < [1, 3], (1,) < (1, 0), "Z" < "a", [2] > [1, 9])  # expect: True True True True
print({1, 2} < {1, 2, 3}, {1} <= {1}, {1, 2} > {3})  # expect: True True False
print(not 1 < 2, not (1 > 2))  # expect: False True
print(1 != 1, "x" != "y", None == 0, [] == ())  # expect: False True False False
