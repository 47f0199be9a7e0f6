# random: a seed gives CPython's numbers.
import random
r = random.Random(42)
print([r.random() for i in range(3)])  # expect: [0.6394267984578837, 0.025010755222666936, 0.27502931836911926]
print([r.getrandbits(k) for k in (1, 7, 31, 32, 33, 63, 64, 65, 100, 200)])
# expect: [0, 17, 1581559892, 440213415, 7201369453, 5030118478018109776, 10892664235628797826, 586287033698423193, 652258595334836056165478852954, 1127680601347802874847257639588889981176533808775406305535556]
print(r.getrandbits(0), r.getrandbits(1000))
# expect: 0 494196858531985234215815117606389792792565780138916100570537154576639496333821496040767835493654144781285276496048603723389766625147828732335875760556299860701481989700309558536814251604676658731400687858151330220196723517708997498814501573970954599748602390336788341060221076002903390555104157452534
print([r.randrange(n) for n in (1, 2, 10, 1000, 2**31, 2**40, 2**70)], [r.randint(1, 6) for i in range(10)])
# expect: [0, 0, 6, 80, 1259191105, 798269952705, 696790124565424999054] [1, 2, 1, 4, 3, 4, 6, 3, 2, 3]
print(r.randrange(5, 10), r.randrange(0, 100, 7), r.randrange(100, 0, -9), r.randrange(-10, 10), r.randint(-2**80, 2**80))
# expect: 7 21 10 -2 -418773467996843606012460
print([r.choice("abcdef") for i in range(5)], r.choice(range(10**6)))  # expect: ['d', 'd', 'c', 'f', 'f'] 584004
l = list(range(12))
r.shuffle(l)
print(l)  # expect: [4, 9, 1, 7, 2, 8, 6, 11, 0, 5, 10, 3]
print(r.sample(range(100), 5), r.sample("abcdef", 6), r.sample(range(10**9), 8), r.sample([1, 2, 3], 0))
# expect: [27, 72, 91, 40, 83] ['d', 'f', 'e', 'a', 'b', 'c'] [264814270, 799925830, 602764446, 578722458, 282116655, 802099969, 627694430, 460027313] []
print(r.sample(["red", "blue"], counts=[4, 2], k=5))  # expect: ['blue', 'red', 'red', 'red', 'blue']
print(r.choices("abc", k=5), r.choices("abc", [1, 2, 7], k=6), r.choices(range(3), cum_weights=[1, 3, 10], k=4))
# expect: ['b', 'a', 'a', 'a', 'b'] ['c', 'c', 'a', 'c', 'c', 'c'] [2, 2, 0, 2]
print(r.uniform(1, 5), r.uniform(5, 1), r.triangular(), r.triangular(1, 10, 3), r.triangular(2, 2))
# expect: 3.726841476106299 2.8521186783648194 0.36525688901959313 5.244013594481992 2.0
print(r.gauss(), r.gauss(10, 2), r.gauss(0, 1), r.normalvariate(), r.normalvariate(5, 0.5))
# expect: -1.008576413026847 10.876434633762452 1.957286909004152 -0.8127780678730935 5.453018442510786
print(r.expovariate(), r.expovariate(3), r.lognormvariate(0, 1), r.paretovariate(3), r.weibullvariate(2, 3))
# expect: 1.0187374270165583 0.31299051210620776 1.3568511267410208 1.2864997012563322 0.16602638791905786
print(r.gammavariate(2, 3), r.gammavariate(1, 3), r.gammavariate(0.3, 3), r.betavariate(2, 3), r.betavariate(0.5, 0.5))
# expect: 1.1990965340448465 8.809529873296732 0.0011780268295142169 0.13450978587045972 0.28180830318695815
print(r.vonmisesvariate(1, 4), r.vonmisesvariate(1, 1e-9), r.randbytes(7))
# expect: 0.4495543602120642 1.958571221510295 b'\xbe\x1b\xc2\xfe\xad\xf3\xab'
print([r.binomialvariate(), r.binomialvariate(10, 0.3), r.binomialvariate(1000, 0.4), r.binomialvariate(5000, 0.9), r.binomialvariate(5, 0), r.binomialvariate(5, 1)])
# expect: [0, 2, 387, 4495, 0, 5]
for seed in (0, 1, -1, 2**32, 2**64 + 12345, -2**100, 1.5, -0.0, "", "text", "ünïcode", b"bytes", bytearray(b"array"), True, 10**400):
    r.seed(seed)
    print(r.random(), r.getrandbits(40))
# expect: 0.8444218515250481 978212965548
# expect: 0.13436424411240122 884107995871
# expect: 0.13436424411240122 884107995871
# expect: 0.11299430095636409 1028291745030
# expect: 0.0006128515938171875 467763421000
# expect: 0.7586581712996778 91163343951
# expect: 0.551763726942059 160013701400
# expect: 0.8444218515250481 978212965548
# expect: 0.9602256525641875 225895574272
# expect: 0.8711565613554825 927668196116
# expect: 0.34422217372746233 790234140088
# expect: 0.37075677971469856 1085210805742
# expect: 0.8671977396926045 364132483566
# expect: 0.13436424411240122 884107995871
# expect: 0.44500182559648893 283770828201
r.seed("old", version=1)
print(r.random())  # expect: 0.37967105161626424
r.seed(b"old bytes", version=1)
print(r.random())  # expect: 0.30741837771869207
random.seed(7)
print(random.random(), random.randint(1, 100), random.choice([1, 2, 3]), random.gauss(0, 1))
# expect: 0.32383276483316237 20 2 -0.2260961647831047
