# random: states, subclasses, errors.
import random
import copy
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
r = random.Random(5)
r.gauss()
state = r.getstate()
print(state[0], len(state[1]), state[1][:3], state[1][-1], state[2])
# expect: 3 625 (800844005, 2707223550, 1310751727) 4 -1.1481606807908016
a = [r.random() for i in range(700)], r.gauss()
r.setstate(state)
b = [r.random() for i in range(700)], r.gauss()
print(a == b)  # expect: True
c = copy.copy(r)
print(c.random() == r.random(), copy.deepcopy(r).random() == r.random())  # expect: True True
r.setstate((2, tuple(w - 2**32 if w >= 2**31 else w for w in state[1][:-1]) + state[1][-1:], None))
print(r.random() == a[0][0])  # expect: True
err(lambda: r.setstate((1, (), None)))  # expect: ValueError: state with version 1 passed to Random.setstate() of version 3
err(lambda: r.setstate((3, (1, 2), None)))  # expect: ValueError: state vector is the wrong size
err(lambda: r.setstate((3, [1], None)))  # expect: TypeError: state vector must be a tuple
err(lambda: r.setstate((3, state[1][:-1] + (-1,), None)))  # expect: ValueError: invalid state
err(lambda: r.getrandbits(-1))  # expect: ValueError: number of bits must be non-negative
err(lambda: r.getrandbits("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: r.randrange(0))  # expect: ValueError: empty range for randrange()
err(lambda: r.randrange(5, 5))  # expect: ValueError: empty range in randrange(5, 5)
err(lambda: r.randrange(1, 10, 0))  # expect: ValueError: zero step for randrange()
err(lambda: r.randrange(10, 1, 2))  # expect: ValueError: empty range in randrange(10, 1, 2)
err(lambda: r.randrange(1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
err(lambda: r.randrange(5, step=2))  # expect: TypeError: Missing a non-None stop argument
err(lambda: r.randint(2, 1))  # expect: ValueError: empty range in randrange(2, 2)
err(lambda: r.choice([]))  # expect: IndexError: Cannot choose from an empty sequence
err(lambda: r.choice({}))  # expect: IndexError: Cannot choose from an empty sequence
err(lambda: r.sample({1, 2}, 1))  # expect: TypeError: Population must be a sequence.  For dicts or sets, use sorted(d).
err(lambda: r.sample([1], 2))  # expect: ValueError: Sample larger than population or is negative
err(lambda: r.sample([1], -1))  # expect: ValueError: Sample larger than population or is negative
err(lambda: r.sample([1, 2], 1, counts=[1]))  # expect: ValueError: The number of counts does not match the population
err(lambda: r.sample([1], 1, counts=[0.5]))  # expect: TypeError: Counts must be integers
err(lambda: r.sample([1], 1, counts=[-5]))  # expect: ValueError: Total of counts must be greater than zero
err(lambda: r.choices([1, 2], [1]))  # expect: ValueError: The number of weights does not match the population
err(lambda: r.choices([1, 2], [0, 0]))  # expect: ValueError: Total of weights must be greater than zero
err(lambda: r.choices([1, 2], [1, float("inf")]))  # expect: ValueError: Total of weights must be finite
err(lambda: r.choices([1, 2], [1, 1], cum_weights=[1, 2]))  # expect: TypeError: Cannot specify both weights and cumulative weights
err(lambda: r.choices([1, 2], 3))  # expect: TypeError: The number of choices must be a keyword argument: k=3
err(lambda: r.gammavariate(0, 1))  # expect: ValueError: gammavariate: alpha and beta must be > 0.0
err(lambda: r.binomialvariate(-1))  # expect: ValueError: n must be non-negative
err(lambda: r.binomialvariate(5, 1.5))  # expect: ValueError: p must be in the range 0.0 <= p <= 1.0
err(lambda: r.shuffle((1, 2)))  # expect: TypeError: 'tuple' object does not support item assignment
err(lambda: r.seed([1]))
# expect: TypeError: The only supported seed types are:
# expect: None, int, float, str, bytes, and bytearray.
err(lambda: r.seed(1j))
# expect: TypeError: The only supported seed types are:
# expect: None, int, float, str, bytes, and bytearray.
class Fixed(random.Random):
    def random(self):
        return 0.25
f = Fixed()
print(f.randrange(8), f.choice("abcd"), f.uniform(0, 4), f.randint(1, 4))  # expect: 0 a 1.0 1
class Bits(random.Random):
    def getrandbits(self, k):
        return 1
print(Bits().randrange(10), Bits().choice("abc"))  # expect: 1 b
class Plain(random.Random):
    pass
print(Plain(3).randrange(1000) == random.Random(3).randrange(1000))  # expect: True
s = random.SystemRandom()
print(0 <= s.random() < 1, 0 <= s.getrandbits(10) < 1024, s.randint(1, 1), len(s.randbytes(3)), s.seed(5))  # expect: True True 1 3 None
err(s.getstate)  # expect: NotImplementedError: System entropy source does not have state.
random.seed()
print(0 <= random.random() < 1, random.Random().random() != random.Random().random())  # expect: True True
