# NotImplemented sends the operator to the other side; a subclass on the right goes first.
class A:
    def __init__(self, answer=NotImplemented): self.answer = answer
    def __add__(self, o):
        print("A.add")
        return self.answer
    def __radd__(self, o):
        print("A.radd")
        return self.answer
class B(A):
    def __radd__(self, o):
        print("B.radd")
        return "from B"
class C(A): pass
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: A() + A())
# expect: A.add
# expect: TypeError: unsupported operand type(s) for +: 'A' and 'A'
err(lambda: A() + 1)
# expect: A.add
# expect: TypeError: unsupported operand type(s) for +: 'A' and 'int'
err(lambda: 1 + A(5))
# expect: A.radd
# expect: 5
err(lambda: A() + B())
# expect: B.radd
# expect: from B
err(lambda: A(1) + C(2))
# expect: A.add
# expect: 1
err(lambda: B(3) + A())
# expect: A.add
# expect: 3
class D:
    def __add__(self, o):
        print("D.add")
        return NotImplemented
class E:
    def __radd__(self, o):
        print("E.radd")
        return "E"
err(lambda: D() + E())
# expect: D.add
# expect: E.radd
# expect: E
err(lambda: D() + D())
# expect: D.add
# expect: TypeError: unsupported operand type(s) for +: 'D' and 'D'
class F(int):
    def __add__(self, o): return "F.add"
    def __radd__(self, o): return "F.radd"
err(lambda: 1 + F(2))  # expect: F.radd
err(lambda: F(1) + 2)  # expect: F.add
err(lambda: F(1) + F(2))  # expect: F.add
class NoAdd:
    __add__ = None
err(lambda: NoAdd() + 1)  # expect: TypeError: 'NoneType' object is not callable
class G:
    __radd__ = None
err(lambda: 1 + G())  # expect: TypeError: 'NoneType' object is not callable
class List(list):
    def __radd__(self, o): return "List.radd"
err(lambda: [1] + List())  # expect: List.radd
