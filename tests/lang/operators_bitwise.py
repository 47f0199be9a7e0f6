# Bit operators on ints of both signs and of any size.
print(0b1100 & 0b1010, 0b1100 | 0b1010, 0b1100 ^ 0b1010)  # expect: 8 14 6
print(~0, ~-1, ~255)  # expect: -1 0 -256
print(-1 & 0xFF, -256 | 1, -1 ^ 5)  # expect: 255 -255 -6
print(1 << 100, -1 << 70)  # expect: 1267650600228229401496703205376 -1180591620717411303424
print((1 << 100) >> 98, -(1 << 100) >> 99, -1 >> 1000, 5 >> 1000)  # expect: 4 -2 -1 0
print((1 << 80) & -(1 << 70), (1 << 80) | 1, ((1 << 80) - 1) ^ (1 << 40))
# expect: 1208925819614629174706176 1208925819614629174706177 1208925819613529663078399
print(-(1 << 65) & ((1 << 66) - 1))  # expect: 36893488147419103232
print(-(2 ** 90) | (2 ** 60), -(2 ** 90) ^ -(2 ** 60))
# expect: -1237940038132458770292277248 1237940038132458770292277248
print(True & 2, True | False, True ^ True, type(True & True), type(True | 1))
# expect: 0 True False <class 'bool'> <class 'int'>
print(0 << 10 ** 20, 0 >> 5)  # expect: 0 0
try:
    1 << -1
except ValueError as e:
    print(e)  # expect: negative shift count
try:
    1 >> -1
except ValueError as e:
    print(e)  # expect: negative shift count
try:
    1 << 10 ** 20
except (OverflowError, MemoryError) as e:
    print(type(e).__name__, e)  # expect: OverflowError too many digits in integer
