# Integer literals in every base, with underscores.
print(0, 00, 7, 1_000_000)  # expect: 0 0 7 1000000
print(0x1F, 0XfF, 0x_ff_ff)  # expect: 31 255 65535
print(0o17, 0O7_7)  # expect: 15 63
print(0b101, 0B1_1)  # expect: 5 3
print(0xFFFFFFFFFFFFFFFFFFFFFFFF)  # expect: 79228162514264337593543950335
print(123456789012345678901234567890)  # expect: 123456789012345678901234567890
print(-5, - 5, --5)  # expect: -5 -5 5
print(1 if 1 else 2)  # expect: 1
print(5 .bit_length(), (5).bit_length(), 5..is_integer())  # expect: 3 3 True
