# Conversion between very long decimal strings and ints is limited, as in CPython.
import sys
print(sys.get_int_max_str_digits())  # expect: 4300
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(len(str(10 ** 4299)))  # expect: 4300
err(lambda: str(10 ** 4300))
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
err(lambda: repr(10 ** 4300))
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
err(lambda: "%d" % 10 ** 4300)
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
err(lambda: int("1" * 4301))
# expect: ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit
print(int("1" * 4300) % 1000)  # expect: 111
print(len(hex(10 ** 5000)), len(bin(2 ** 20000)), int("f" * 5000, 16) == 16 ** 5000 - 1)  # expect: 4155 20003 True
sys.set_int_max_str_digits(5000)
print(len(str(10 ** 4500)))  # expect: 4501
sys.set_int_max_str_digits(0)
print(len(str(7 ** 9000)), str(7 ** 9000)[:10], str(7 ** 9000)[-10:])  # expect: 7606 7627112078 1525400001
print(int(str(3 ** 20000)) == 3 ** 20000)  # expect: True
err(lambda: sys.set_int_max_str_digits(100))  # expect: ValueError: maxdigits must be 0 or larger than 640
err(lambda: sys.set_int_max_str_digits(-1))  # expect: ValueError: maxdigits must be 0 or larger than 640
