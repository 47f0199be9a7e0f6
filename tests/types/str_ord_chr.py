# chr and ord over the whole range of code points.
print(chr(65), chr(233), chr(0x65e5), chr(0x1f600), ord("A"), ord("é"), ord("日"), ord("😀"), repr(chr(0)), ascii(chr(0xd800)), ascii(chr(0x10ffff)))
# expect: A é 日 😀 65 233 26085 128512 '\x00' '\ud800' '\U0010ffff'
print(all(ord(chr(i)) == i for i in range(0, 0x110000, 997)), chr(True), "".join(map(chr, range(97, 103))), [ord(c) for c in "a\n\t "])
# expect: True  abcdef [97, 10, 9, 32]
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: chr(-1))  # expect: ValueError: chr() arg not in range(0x110000)
err(lambda: chr(0x110000))  # expect: ValueError: chr() arg not in range(0x110000)
err(lambda: chr("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: chr(1.0))  # expect: TypeError: 'float' object cannot be interpreted as an integer
err(lambda: chr(10 ** 30))  # expect: ValueError: chr() arg not in range(0x110000)
err(lambda: ord(""))  # expect: TypeError: ord() expected a character, but string of length 0 found
err(lambda: ord("ab"))  # expect: TypeError: ord() expected a character, but string of length 2 found
err(lambda: ord(5))  # expect: TypeError: ord() expected string of length 1, but int found
err(lambda: chr())  # expect: TypeError: chr() takes exactly one argument (0 given)
print("\ud83d\ude00" == "😀", len("\ud83d\ude00"), "a" < chr(0xffff) < chr(0x10000))  # expect: False 2 True
