# Every binary and unary operator finds its method.
class V:
    def __init__(self, name): self.name = name
    def __repr__(self): return self.name
for op in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split():
    def method(self, other, op=op): return "%s.%s(%s)" % (self, op, other)
    setattr(V, "__%s__" % op, method)
    def reflected(self, other, op=op): return "%s.r%s(%s)" % (self, op, other)
    setattr(V, "__r%s__" % op, reflected)
a, b = V("a"), V("b")
print(a + b, a - b, a * b, a / b, a // b, a % b)
# expect: a.add(b) a.sub(b) a.mul(b) a.truediv(b) a.floordiv(b) a.mod(b)
print(a ** b, a << b, a >> b, a & b, a | b, a ^ b, a @ b)
# expect: a.pow(b) a.lshift(b) a.rshift(b) a.and(b) a.or(b) a.xor(b) a.matmul(b)
print(a + 1, 1 + a, 1 - a, 2 * a, 2 / a, 2 // a, 2 % a, 2 ** a)
# expect: a.add(1) a.radd(1) a.rsub(1) a.rmul(2) a.rtruediv(2) a.rfloordiv(2) a.rmod(2) a.rpow(2)
print(1 << a, 1 >> a, 1 & a, 1 | a, 1 ^ a, 1 @ a)
# expect: a.rlshift(1) a.rrshift(1) a.rand(1) a.ror(1) a.rxor(1) a.rmatmul(1)
print("s" + a, [1] + a, None - a, "fmt" * a)  # expect: a.radd(s) a.radd([1]) a.rsub(None) a.rmul(fmt)
class U:
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __len__(self): return 3
    def __divmod__(self, o): return "divmod", o
    def __rdivmod__(self, o): return "rdivmod", o
    def __round__(self, n=None): return "round", n
    def __index__(self): return 2
    def __int__(self): return 7
    def __float__(self): return 7.5
    def __trunc__(self): return 8
u = U()
print(-u, +u, ~u, abs(u), len(u), divmod(u, 1), divmod(1, u), round(u), round(u, 2))
# expect: neg pos invert abs 3 ('divmod', 1) ('rdivmod', 1) ('round', None) ('round', 2)
print([10, 20, 30][u], int(u), float(u), hex(u), "ab" * u, range(u), bool(u), "abcdef"[u:])
# expect: 30 7 7.5 0x2 abab range(0, 2) True cdef
