# In-place methods come first, then the plain and the reflected ones; the result is what is bound.
class A:
    def __iadd__(self, o): return ("iadd", o)
    def __sub__(self, o): return ("sub", o)
    def __rmul__(self, o): return ("rmul", o)
    def __imul__(self, o): return NotImplemented
    def __mul__(self, o): return ("mul", o)
    def __ior__(self, o): return self
a = A(); a += 1
print(a)  # expect: ('iadd', 1)
a = A(); a -= 1
print(a)  # expect: ('sub', 1)
a = A(); a *= 2
print(a)  # expect: ('mul', 2)
x = 5; x *= A()
print(x)  # expect: ('rmul', 5)
a = b = A(); a |= 3
print(a is b)  # expect: True
class B: pass
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def bad():
    b = B()
    b += 1
err(bad)  # expect: TypeError: unsupported operand type(s) for +=: 'B' and 'int'
def bad_or():
    b = B()
    b |= 1
err(bad_or)  # expect: TypeError: unsupported operand type(s) for |=: 'B' and 'int'
def bad_mat():
    x = 1
    x @= 2
err(bad_mat)  # expect: TypeError: unsupported operand type(s) for @=: 'int' and 'int'
ops = []
class All:
    def __getattribute__(self, n): return super().__getattribute__(n)
for op in "iadd isub imul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor imatmul".split():
    def method(self, other, op=op):
        ops.append(op)
        return self
    setattr(All, "__%s__" % op, method)
z = All()
z += 1; z -= 1; z *= 1; z /= 1; z //= 1; z %= 1; z **= 1
z <<= 1; z >>= 1; z &= 1; z |= 1; z ^= 1; z @= 1
print(ops)
# expect: ['iadd', 'isub', 'imul', 'itruediv', 'ifloordiv', 'imod', 'ipow', 'ilshift', 'irshift', 'iand', 'ior', 'ixor', 'imatmul']
class Holder: items = [1]
h = Holder()
h.items += [2]
print(h.__dict__, Holder.items)  # expect: {'items': [1, 2]} [1, 2]
