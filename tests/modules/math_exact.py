# math: results that do not depend on the C library, bit by bit: a checksum over many calls.
import math
seed = 12345
def number():
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
    return seed >> 11
def real():
    m, kind = (number() / 2 ** 53 - 0.5) * 2, number() % 4
    if kind == 0: return m * 10
    if kind == 1: return math.ldexp(m, number() % 1900 - 950)
    if kind == 2: return float(number() % 400 - 200)
    return m
def checksum(f, make, times=400):
    total = 0
    for i in range(times):
        args = make()
        try:
            text = float(f(*args)).hex()
        except (ValueError, OverflowError) as e:
            text = str(e)
        for c in text: total = (total * 131 + ord(c)) % (2 ** 61 - 1)
    return total
def many(): return [real() for i in range(number() % 20)]
def two_lists():
    p = many()
    return p, [real() if number() % 4 else number() for x in p]
for f in (math.sqrt, math.ulp, math.degrees, math.radians, math.fabs): print(f.__name__, checksum(f, lambda: [real()]))
# expect: sqrt 1802603111297324280
# expect: ulp 1102482885043796919
# expect: degrees 1967743919738658833
# expect: radians 1783597598766750465
# expect: fabs 1008583790249317973
for f in (math.fmod, math.remainder, math.copysign, math.nextafter, math.hypot): print(f.__name__, checksum(f, lambda: [real(), real()]))
# expect: fmod 1553841129593617325
# expect: remainder 1108042865878292649
# expect: copysign 2182534794833749423
# expect: nextafter 310104546230216820
# expect: hypot 1943990380795076032
print("fma", checksum(math.fma, lambda: [real(), real(), real()]))
print("hypot", checksum(math.hypot, many))
print("fsum", checksum(math.fsum, lambda: [many()]), checksum(math.fsum, lambda: [[x for y in many() for x in (y, -y / 3, 1e-30)]]))
print("sumprod", checksum(math.sumprod, two_lists), checksum(lambda p, q: math.sumprod(p + [1.0], q + [3]), two_lists))
print("dist", checksum(math.dist, two_lists))
print("prod", checksum(lambda v: math.prod(v, start=1.0), lambda: [many()]))
print("steps", checksum(lambda x, y: math.nextafter(x, y, steps=number()), lambda: [real(), real()]))
# expect: fma 448584501361147133
# expect: hypot 563348514054266151
# expect: fsum 2171757025646498059 2290555319480968307
# expect: sumprod 660182760601350141 1501127230217039387
# expect: dist 1386857494588382483
# expect: prod 1965693025449326857
# expect: steps 307091125801556507
