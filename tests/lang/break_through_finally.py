# break, continue and return run the finally blocks and leave the with blocks on their way.
def f():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("finally", i)
    return "end"
print(f())
# expect: body 0
# expect: finally 0
# expect: finally 1
# expect: finally 2
# expect: end
class Manager:
    def __init__(self, name): self.name = name
    def __enter__(self):
        print("enter", self.name)
    def __exit__(self, *a):
        print("exit", self.name, a[0])
def g():
    for i in range(2):
        with Manager(i):
            if i == 0:
                continue
            return "returned"
print(g())
# expect: enter 0
# expect: exit 0 None
# expect: enter 1
# expect: exit 1 None
# expect: returned
def h():
    while True:
        try:
            try:
                return 1
            finally:
                print("inner")
        finally:
            print("outer")
print(h())
# expect: inner
# expect: outer
# expect: 1
def k():
    for i in range(5):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i < 2: continue
            break
    try:
        e
    except UnboundLocalError as u:
        print(u)
    return i
print(k())
# expect: cannot access local variable 'e' where it is not associated with a value
# expect: 2
