# Requests for impossible amounts of memory or range are exceptions.
# skip: not yet as CPython does it
def err(f):
    try:
        f()
    except (MemoryError, OverflowError, ValueError) as e:
        print(type(e).__name__, str(e) or "-")
    else:
        print("granted")
big = 1 << 62
err(lambda: "ab" * big)  # expect: OverflowError repeated string is too long
err(lambda: [0] * big)  # expect: MemoryError -
err(lambda: (0,) * big)  # expect: MemoryError -
err(lambda: "x".center(big))  # expect: MemoryError -
err(lambda: "x".ljust(big << 2))  # expect: OverflowError Python int too large to convert to C ssize_t
err(lambda: "\t".expandtabs(big))  # expect: OverflowError Python int too large to convert to C int
err(lambda: "x".zfill(big))  # expect: MemoryError -
err(lambda: [1, 2] * (1 << 70))  # expect: OverflowError cannot fit 'int' into an index-sized integer
err(lambda: 1 << (1 << 70))  # expect: OverflowError too many digits in integer
err(lambda: 1 << big)  # expect: MemoryError -
err(lambda: range(1 << 70).__len__())  # expect: OverflowError Python int too large to convert to C ssize_t
err(lambda: len(range(1 << 63)))  # expect: OverflowError Python int too large to convert to C ssize_t
err(lambda: list(range(1 << 61)))  # expect: MemoryError -
err(lambda: "%*d" % (1 << 70, 1))  # expect: OverflowError Python int too large to convert to C ssize_t
err(lambda: "%999999999999999999999d" % 1)  # expect: ValueError width too big
err(lambda: format(1, "99999999999999999999d"))  # expect: ValueError Too many decimal digits in format string
err(lambda: "{:.99999999999999999999f}".format(1.0))  # expect: ValueError Too many decimal digits in format string
err(lambda: "a".replace("a", "bb" * 1000, 1 << 70))
# expect: OverflowError Python int too large to convert to C ssize_t
err(lambda: [].insert(1 << 70, 1))  # expect: OverflowError Python int too large to convert to C ssize_t
err(lambda: [1][1 << 70:])  # expect: granted
err(lambda: chr(1 << 70))  # expect: ValueError chr() arg not in range(0x110000)
err(lambda: round(1.5, 1 << 70))  # expect: granted
err(lambda: float(1 << 2000))  # expect: OverflowError int too large to convert to float
err(lambda: int("9", 1 << 70))  # expect: ValueError int() base must be >= 2 and <= 36, or 0
err(lambda: "a" * -(1 << 70))  # expect: OverflowError cannot fit 'int' into an index-sized integer
err(lambda: list.pop([1], 1 << 70))  # expect: OverflowError Python int too large to convert to C ssize_t
class Hint:
    def __init__(self, n): self.n = n
    def __iter__(self): return iter([1])
    def __length_hint__(self): return self.n
err(lambda: list(Hint(big)))  # expect: MemoryError -
err(lambda: list(Hint(-1)))  # expect: ValueError __length_hint__() should return >= 0
err(lambda: list(Hint(10)))  # expect: granted
