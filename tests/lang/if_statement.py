# if, elif, else and the conditional expression.
def sign(n):
    if n < 0:
        return "minus"
    elif n == 0:
        return "zero"
    else:
        return "plus"
print(sign(-3), sign(0), sign(9))  # expect: minus zero plus
def f(x):
    if x: return "true"
    return "false"
for value in (0, 1, "", " ", [], [0], None, 0.0, 1e-9, {}, {0: 0}, set(), (), range(0), range(1)):
    print(repr(value), f(value))
    # expect: 0 false
    # expect: 1 true
    # expect: '' false
    # expect: ' ' true
    # expect: [] false
    # expect: [0] true
    # expect: None false
    # expect: 0.0 false
    # expect: 1e-09 true
    # expect: {} false
    # expect: {0: 0} true
    # expect: set() false
    # expect: () false
    # expect: range(0, 0) false
    # expect: range(0, 1) true
if False:
    print("never")
if 1:
    if 0:
        print("never")
    else:
        print("inner else")  # expect: inner else
else:
    print("never")
print("even" if 4 % 2 == 0 else "odd")  # expect: even
print([("a" if i else "b") for i in (0, 1)])  # expect: ['b', 'a']
print((1 if True else 2) + 1, 1 if True else 2 + 1)  # expect: 2 1
