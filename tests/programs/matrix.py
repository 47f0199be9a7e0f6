# A matrix class with operators.
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    @classmethod
    def identity(cls, n): return cls([[int(i == j) for j in range(n)] for i in range(n)])
    @property
    def shape(self): return len(self.rows), len(self.rows[0])
    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]: raise ValueError(f"shapes {self.shape} and {o.shape} do not fit")
        return Matrix([[sum(a * b for a, b in zip(row, col)) for col in zip(*o.rows)] for row in self.rows])
    def __add__(self, o): return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, o.rows)])
    def __mul__(self, k): return Matrix([[a * k for a in r] for r in self.rows])
    __rmul__ = __mul__
    def __neg__(self): return self * -1
    def __pow__(self, n):
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1: result = result @ base
            base, n = base @ base, n >> 1
        return result
    def __getitem__(self, at): return self.rows[at[0]][at[1]] if isinstance(at, tuple) else self.rows[at]
    def __setitem__(self, at, v): self.rows[at[0]][at[1]] = v
    def __eq__(self, o): return isinstance(o, Matrix) and self.rows == o.rows
    def __repr__(self): return "\n".join(" ".join(f"{v:>4}" for v in r) for r in self.rows)
    def det(self):
        if len(self.rows) == 1: return self.rows[0][0]
        return sum((-1) ** j * v * Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]]).det() for j, v in enumerate(self.rows[0]))
    T = property(lambda self: Matrix(zip(*self.rows)))
a, b = Matrix([[1, 2], [3, 4]]), Matrix([[0, 1], [1, 0]])
print(a @ b)
# expect:    2    1
# expect:    4    3
print((a + b) * 2 == 2 * (a + b), (-a)[1, 1], a.T.rows, a.shape, a.det(), Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).det())
# expect: True -4 [[1, 3], [2, 4]] (2, 2) -2 18
fib = Matrix([[1, 1], [1, 0]]) ** 90
print(fib[0, 1], a ** 0 == Matrix.identity(2))  # expect: 2880067194370816120 True
a[0, 0] = 9
print(a[0], a == b, a != b)  # expect: [9, 2] False True
try: a @ Matrix([[1, 2]])
except ValueError as e: print(e)  # expect: shapes (2, 2) and (1, 2) do not fit
