# finally always runs; return, break and continue in it override what was going on.
def a():
    try: return "try"
    finally: print("cleanup")
print(a())
# expect: cleanup
# expect: try
def b():
    try: return "try"
    finally: return "finally"
print(b())  # expect: finally
def c():
    try: 1 / 0
    finally: return "swallowed"
print(c())  # expect: swallowed
def d():
    for i in range(3):
        try: 1 / 0
        finally: continue
    return i
print(d())  # expect: 2
def e():
    while True:
        try: return "try"
        finally: break
    return "after break"
print(e())  # expect: after break
def f():
    x = 1
    try: return x
    finally: x = 2
print(f())  # expect: 1
def g():
    try:
        try: raise ValueError("first")
        finally: raise KeyError("second")
    except KeyError as e:
        return repr(e), repr(e.__context__)
print(g())  # expect: ("KeyError('second')", "ValueError('first')")
def h():
    log = []
    try:
        try:
            try: raise ValueError
            finally: log.append(1)
        finally: log.append(2)
    except ValueError: log.append(3)
    else: log.append("never")
    finally: log.append(4)
    return log
print(h())  # expect: [1, 2, 3, 4]
def i():
    try: return print("value")
    finally: print("later")
i()
# expect: value
# expect: later
def j():
    try: yield 1
    finally: print("generator finally")
print(list(j()))
# expect: generator finally
# expect: [1]
def k(n):
    for i in range(n):
        try:
            if i == 2: break
        finally: print("pass", i)
    else: return "else"
    return "broke"
print(k(2), k(5))
# expect: pass 0
# expect: pass 1
# expect: pass 0
# expect: pass 1
# expect: pass 2
# expect: else broke
