# close raises GeneratorExit at the yield; dropping a generator closes it.
def g():
    try:
        yield 1
        print("never")
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("finally")
x = g()
next(x)
print(x.close())
# expect: exit
# expect: finally
# expect: None
print(x.close(), list(x))  # expect: None []
def swallow():
    try:
        yield 1
    except GeneratorExit:
        return 5
s = swallow()
next(s)
print(s.close())  # expect: 5
def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("no")
            yield 2
            return
t = stubborn()
next(t)
try:
    t.close()  # expect: no
except RuntimeError as e:
    print(e)  # expect: generator ignored GeneratorExit
del t
y = g()
next(y)
del y
# expect: exit
# expect: finally
print("dropped")  # expect: dropped
z = g()
del z
print("unstarted dropped")  # expect: unstarted dropped
def broken():
    try:
        yield
    finally:
        raise ValueError("in finally")
b = broken()
next(b)
try:
    b.close()
except ValueError as e:
    print(e)  # expect: in finally
for v in g():
    break
    # expect: exit
    # expect: finally
print("after break")  # expect: after break
