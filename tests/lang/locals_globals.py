# locals() in a function is a fresh snapshot; in a module and class body it is the namespace.
def f(a, b=2):
    c = 3
    d = locals()
    d["c"] = 99
    return c, d, sorted(locals())
print(f(1))  # expect: (3, {'a': 1, 'b': 2, 'c': 99}, ['a', 'b', 'c', 'd'])
print(globals() is locals(), globals()["f"] is f)  # expect: True True
globals()["dynamic"] = 7
print(dynamic)  # expect: 7
locals()["also"] = 8
print(also)  # expect: 8
def free():
    x = 1
    def inner():
        y = x
        return sorted(locals().items())
    return inner()
print(free())  # expect: [('x', 1), ('y', 1)]
class C:
    a = 1
    names = sorted(n for n in locals() if n[0] != "_")
print(C.names)  # expect: ['a']
def snapshots():
    first = locals()
    x = 5
    second = locals()
    return "x" in first, "x" in second, first is second
print(snapshots())  # expect: (False, True, False)
print("print" in globals(), "__name__" in globals())  # expect: False True
def unset():
    if False: never = 1
    return locals()
print(unset())  # expect: {}
print((lambda k: locals())(4))  # expect: {'k': 4}
print(vars() is globals())  # expect: True
