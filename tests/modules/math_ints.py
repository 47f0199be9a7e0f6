# math: whole numbers: gcd, lcm, factorial, comb, perm, isqrt, small, huge and wrong.
import math
def ask(*calls):
    for f in calls:
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__ + ":", e)
ask(lambda: math.gcd(-12), lambda: math.gcd(2 ** 100, 6 ** 50, -10 ** 40), lambda: math.gcd(0, 0), lambda: math.gcd(1.5, 2), lambda: math.gcd(True), lambda: math.gcd(a=1))
# expect: 12
# expect: 1099511627776
# expect: 0
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: 1
# expect: TypeError: math.gcd() takes no keyword arguments
ask(lambda: math.lcm(), lambda: math.lcm(-4), lambda: math.lcm(0, 3), lambda: math.lcm(4, 6, 10 ** 30), lambda: math.lcm(1, "a"), lambda: math.lcm(*range(1, 60)))
# expect: 1
# expect: 4
# expect: 0
# expect: 3000000000000000000000000000000
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: 9690712164777231700912800
ask(lambda: math.factorial(-10 ** 30), lambda: math.factorial(10 ** 30), lambda: math.factorial("a"), lambda: math.factorial(0), lambda: math.factorial(21), lambda: math.factorial(True))
# expect: ValueError: factorial() not defined for negative values
# expect: OverflowError: factorial() argument should not exceed 9223372036854775807
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: 1
# expect: 51090942171709440000
# expect: 1
ask(lambda: math.comb(2 ** 100, 2 ** 70), lambda: math.comb(2 ** 100, 3), lambda: math.comb(5.0, 2), lambda: math.comb(2 ** 100, 2 ** 100 - 2), lambda: math.comb(1, -2), lambda: math.comb(5))
# expect: OverflowError: min(n - k, k) must not exceed 9223372036854775807
# expect: 339505996055747681044740948067426224486448570473218394059853249474669191206798553513984000
# expect: TypeError: 'float' object cannot be interpreted as an integer
# expect: 803469022129495137770981046169947475960987382190648066048000
# expect: ValueError: k must be a non-negative integer
# expect: TypeError: comb expected 2 arguments, got 1
ask(lambda: math.comb(67, 33), lambda: math.comb(68, 34), lambda: math.comb(5, 6), lambda: math.comb(0, 0), lambda: math.comb(10 ** 15, 4), lambda: math.comb(300, 5), lambda: math.comb(200, 100))
# expect: 14226520737620288370
# expect: 28453041475240576740
# expect: 0
# expect: 1
# expect: 41666666666666416666666666667124999999999999750000000000000
# expect: 19582837560
# expect: 90548514656103281165404177077484163874504589675413336841320
ask(lambda: math.perm(-1), lambda: math.perm(5, -1), lambda: math.perm(5), lambda: math.perm(5, None), lambda: math.perm(5, 7), lambda: math.perm(2 ** 100, 2 ** 70), lambda: math.perm(2 ** 70), lambda: math.perm(2 ** 100, 3))
# expect: ValueError: factorial() not defined for negative values
# expect: ValueError: k must be a non-negative integer
# expect: 120
# expect: 120
# expect: 0
# expect: OverflowError: k must not exceed 9223372036854775807
# expect: OverflowError: factorial() argument should not exceed 9223372036854775807
# expect: 2037035976334486086268445688404557346918691422839310364359119496848015147240791321083904000
ask(lambda: math.isqrt(10 ** 40), lambda: math.isqrt(10 ** 41 - 1), lambda: math.isqrt("a"), lambda: math.isqrt(0), lambda: math.isqrt(2 ** 64 - 1), lambda: math.isqrt(2 ** 60))
# expect: 100000000000000000000
# expect: 316227766016837933199
# expect: TypeError: 'str' object cannot be interpreted as an integer
# expect: 0
# expect: 4294967295
# expect: 1073741824
class N:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
ask(lambda: math.gcd(N(12), N(18)), lambda: math.factorial(N(5)), lambda: math.comb(N(5), N(2)), lambda: math.isqrt(N(17)))
# expect: 6
# expect: 120
# expect: 10
# expect: 4
print(all(math.comb(n, k) == math.comb(n - 1, k - 1) + math.comb(n - 1, k) for n in range(1, 90) for k in range(1, n + 1)))
print(all(math.factorial(n) == math.factorial(n - 1) * n for n in range(1, 300)), math.factorial(1000) == math.prod(range(1, 1001)))
print(all(math.perm(n, k) == math.factorial(n) // math.factorial(n - k) for n in range(60) for k in range(n + 1)))
print(math.comb(2000, 1000) == math.factorial(2000) // math.factorial(1000) ** 2, math.perm(10 ** 20, 40) == math.prod(10 ** 20 - i for i in range(40)))
# expect: True
# expect: True True
# expect: True
# expect: True True
