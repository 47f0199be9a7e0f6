# int to bytes and back.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(int.from_bytes(b"\x01\x00"), (258).to_bytes(2), (-1).to_bytes(1, signed=True), (0).to_bytes(0), (5).to_bytes())
# expect: 256 b'\x01\x02' b'\xff' b'' b'\x05'
print((1024).to_bytes(4, "little"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 2], "little"))
# expect: b'\x00\x04\x00\x00' -2 513
print((2 ** 100).to_bytes(13, "big"), int.from_bytes(b"\xff" * 20) == 2 ** 160 - 1, (-(2 ** 64)).to_bytes(9, signed=True))
# expect: b'\x10\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00' True b'\xff\x00\x00\x00\x00\x00\x00\x00\x00'
err(lambda: (256).to_bytes(1))  # expect: OverflowError: int too big to convert
err(lambda: (-1).to_bytes(1))  # expect: OverflowError: can't convert negative int to unsigned
err(lambda: (128).to_bytes(1, signed=True))  # expect: OverflowError: int too big to convert
err(lambda: (1).to_bytes(1, "middle"))  # expect: ValueError: byteorder must be either 'little' or 'big'
err(lambda: (1).to_bytes(-1))  # expect: ValueError: length argument must be non-negative
err(lambda: int.from_bytes("text"))  # expect: TypeError: cannot convert 'str' object to bytes
err(lambda: int.from_bytes([256]))  # expect: ValueError: bytes must be in range(0, 256)
