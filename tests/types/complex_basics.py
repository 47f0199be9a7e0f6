# complex: literals, arithmetic, parts, repr.
a, b = 3 + 4j, 1 - 2j
print(a, b, a + b, a - b, a * b, a / b, -a, +a, a ** 2, abs(a), a.real, a.imag, a.conjugate())
# expect: (3+4j) (1-2j) (4+2j) (2+6j) (11-2j) (-1+2j) (-3-4j) (3+4j) (-7+24j) 5.0 3.0 4.0 (3-4j)
print(complex(), complex(1), complex(1, 2), complex("1+2j"), complex("-3j"), complex("(1.5-2j)"), complex(1.5, -0.0), 1j)
# expect: 0j (1+0j) (1+2j) (1+2j) -3j (1.5-2j) (1.5-0j) 1j
print(a == 3 + 4j, a != b, a == 3, 3 + 0j == 3, hash(3 + 0j) == hash(3), bool(0j), bool(1j), 2 * a, a + 1, 1.5 - a)
# expect: True True False True True False True (6+8j) (4+4j) (-1.5-4j)
print(1j * 1j, 1j ** 2, (1 + 2j) ** -1, 2 ** (1 + 1j), 1e20j, 1.5j, -1j, (-0.0 - 1j), 0j, complex(-0.0, 0.0))
# expect: (-1+0j) (-1+0j) (0.2-0.4j) (1.5384778027279442+1.2779225526272695j) 1e+20j 1.5j (-0-1j) (-0-1j) 0j (-0+0j)
print(f"{a} {a:.1f} {a!r} {a:10}|", str(a), "%s" % a, [a], complex("inf"), complex("nanj"), sum([1j, 2j]))
# expect: (3+4j) 3.0+4.0j (3+4j)     (3+4j)| (3+4j) (3+4j) [(3+4j)] (inf+0j) nanj 3j
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: a < b)  # expect: TypeError: '<' not supported between instances of 'complex' and 'complex'
err(lambda: a // b)  # expect: TypeError: unsupported operand type(s) for //: 'complex' and 'complex'
err(lambda: a % b)  # expect: TypeError: unsupported operand type(s) for %: 'complex' and 'complex'
err(lambda: a / 0)  # expect: ZeroDivisionError: complex division by zero
err(lambda: 0j ** -1)  # expect: ZeroDivisionError: 0.0 to a negative or complex power
err(lambda: int(a))
# expect: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
err(lambda: float(a))  # expect: TypeError: float() argument must be a string or a real number, not 'complex'
err(lambda: complex("abc"))  # expect: ValueError: complex() arg is a malformed string
err(lambda: complex("1 + 2j"))  # expect: ValueError: complex() arg is a malformed string
err(lambda: complex("1", 2))  # expect: TypeError: complex() can't take second arg if first is a string
err(lambda: complex(1, "2"))  # expect: TypeError: complex() second arg can't be a string
err(lambda: complex([]))  # expect: TypeError: complex() first argument must be a string or a number, not 'list'
err(lambda: divmod(a, b))  # expect: TypeError: unsupported operand type(s) for divmod(): 'complex' and 'complex'
err(lambda: round(a))  # expect: TypeError: type complex doesn't define __round__ method
class C:
    def __complex__(self): return 5j
print(complex(C()), type(a), isinstance(1j, complex), (1j).__class__.__name__, {1j: 2}[1j], abs(-5j), abs(0j))
# expect: 5j <class 'complex'> True complex 2 5.0 0.0
