# bin, oct, hex and format in all bases, signed and big.
for n in (0, 1, -1, 255, -256, 2 ** 40, -(2 ** 70) + 1):
    print(bin(n), oct(n), hex(n), str(n), repr(n))
    # expect: 0b0 0o0 0x0 0 0
    # expect: 0b1 0o1 0x1 1 1
    # expect: -0b1 -0o1 -0x1 -1 -1
    # expect: 0b11111111 0o377 0xff 255 255
    # expect: -0b100000000 -0o400 -0x100 -256 -256
    # expect: 0b10000000000000000000000000000000000000000 0o20000000000000 0x10000000000 1099511627776 1099511627776
    # expect: -0b1111111111111111111111111111111111111111111111111111111111111111111111 -0o177777777777777777777777 -0x3fffffffffffffffff -1180591620717411303423 -1180591620717411303423
print(f"{255:b} {255:o} {255:x} {255:X} {255:#b} {255:#o} {255:#x} {255:#X} {-255:#x}")
# expect: 11111111 377 ff FF 0b11111111 0o377 0xff 0XFF -0xff
print(f"{65:c} {8364:c} {128512:c}")  # expect: A € 😀
print(f"{1234567:,} {1234567:_} {2 ** 20:_b} {2 ** 30:_x} {123:,} {-1234567:,}")
# expect: 1,234,567 1_234_567 1_0000_0000_0000_0000_0000 4000_0000 123 -1,234,567
print(f"{5:+d} {5: d} {-5:+d} {5:05d} {-5:05d} {5:<5d}| {5:^5d}| {5:>5d} {5:=+5d} {5:*^7d}")
# expect: +5  5 -5 00005 -0005 5    |   5  |     5 +   5 ***5***
print(f"{5:f} {5:.2f} {5:e} {5:g} {5:%} {5:n} {10 ** 20:e} {10 ** 20:,.0f}")
# expect: 5.000000 5.00 5.000000e+00 5 500.000000% 5 1.000000e+20 100,000,000,000,000,000,000
print(f"{1234:08,d} {1234:#010x} {2 ** 100:,} {10 ** 30:+,}")
# expect: 0,001,234 0x000004d2 1,267,650,600,228,229,401,496,703,205,376 +1,000,000,000,000,000,000,000,000,000,000
print("%d %5d %-5d| %05d %+d % d %x %X %#x %o %#o %i %u" % (5, 5, 5, 5, 5, 5, 255, 255, 255, 8, 8, 3, 4))
# expect: 5     5 5    | 00005 +5  5 ff FF 0xff 10 0o10 3 4
print("%d %d %s %r %c %c" % (3.7, True, 5, 5, 65, "z"), "%.3d" % 5, "%8.3d|" % 5, "%-8d|" % -5)
# expect: 3 1 5 5 A z 005      005| -5      |
print(format(42), format(42, "08b"), format(-42, "x"), format(True, "d"), format(True), "{:>{}}".format(5, 4))
# expect: 42 00101010 -2a 1 True    5
for bad in (1.0, "a", None):
    try:
        hex(bad)
    except TypeError as e:
        print(e)
        # expect: 'float' object cannot be interpreted as an integer
        # expect: 'str' object cannot be interpreted as an integer
        # expect: 'NoneType' object cannot be interpreted as an integer
