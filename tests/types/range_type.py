# range: arithmetic sequence, lazily computed, of any size.
r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[2], r[1:3], r[::-1], list(r[::2]), r[4:1:-1], r[10:], r.start, r.stop, r.step)
# expect: range(2, 20, 3) [2, 5, 8, 11, 14, 17] 6 2 17 8 range(5, 11, 3) range(17, -1, -3) [2, 8, 14] range(14, 5, -3) range(20, 20, 3) 2 20 3
print(5 in r, 6 in r, 5.0 in r, "a" in r, -1 in r, 20 in r, r.index(8), r.count(8), r.count(9), list(range(5, 0, -2)), list(range(0)), list(range(3, 1)))
# expect: True False True False False False 2 1 0 [5, 3, 1] [] []
print(range(3) == range(0, 3, 1), range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 5), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3)), {range(2): 1}[range(0, 2)])
# expect: True True True False True 1
print(range(10 ** 20, 10 ** 20 + 5)[2], 10 ** 30 in range(10 ** 31), range(10 ** 18)[-1], list(range(2 ** 63 - 1, 2 ** 63 + 2)), range(-5), list(range(-3, 3)), bool(range(0)), bool(range(1)))
# expect: 100000000000000000002 True 999999999999999999 [9223372036854775807, 9223372036854775808, 9223372036854775809] range(0, -5) [-3, -2, -1, 0, 1, 2] False True
print(list(reversed(range(5))), list(reversed(range(1, 10, 4))), max(range(5)), min(range(3, 9)), sum(range(101)), sorted(range(3, 0, -1)), type(iter(range(1))).__name__, [*range(2)])
# expect: [4, 3, 2, 1, 0] [9, 5, 1] 4 3 5050 [1, 2, 3] range_iterator [0, 1]
it = iter(range(3))
print(next(it), list(it), next(it, "end"), it.__length_hint__(), repr(range(1, 5, 2)), str(range(5)), repr(range(True, 3)))
# expect: 0 [1, 2] end 0 range(1, 5, 2) range(0, 5) range(1, 3)
print(range(0, 10, 3)[1:-1], range(10)[::3], range(10)[-3:], range(10)[5:2], range(10)[::-2], range(1, 2)[0], range(0, -10, -3)[2])
# expect: range(3, 9, 3) range(0, 10, 3) range(7, 10) range(5, 2) range(9, -1, -2) 1 -6
class I:
    def __index__(self): return 4
print(list(range(I())), range(10)[I()], range(1, I(), 1), 3 in range(I()))  # expect: [0, 1, 2, 3] 4 range(1, 4) True
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
key = "a"
err(lambda: range())  # expect: TypeError: range expected at least 1 argument, got 0
err(lambda: range(1, 2, 3, 4))  # expect: TypeError: range expected at most 3 arguments, got 4
err(lambda: range(1, 2, 0))  # expect: ValueError: range() arg 3 must not be zero
err(lambda: range("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: range(1.0))  # expect: TypeError: 'float' object cannot be interpreted as an integer
err(lambda: range(1, None))  # expect: TypeError: 'NoneType' object cannot be interpreted as an integer
err(lambda: range(5)[5])  # expect: IndexError: range object index out of range
err(lambda: range(5)[-6])  # expect: IndexError: range object index out of range
err(lambda: range(5)[key])  # expect: TypeError: range indices must be integers or slices, not str
err(lambda: range(5).index(9))  # expect: ValueError: 9 is not in range
err(lambda: len(range(10 ** 20)))  # expect: OverflowError: Python int too large to convert to C ssize_t
err(lambda: range(3) + range(3))  # expect: TypeError: unsupported operand type(s) for +: 'range' and 'range'
err(lambda: range(stop=3))  # expect: TypeError: range() takes no keyword arguments
err(lambda: range(3) < range(4))  # expect: TypeError: '<' not supported between instances of 'range' and 'range'
def assign(): range(3)[0] = 1
err(assign)  # expect: TypeError: 'range' object does not support item assignment
def attr(): range(3).start = 1
err(attr)  # expect: AttributeError: readonly attribute
