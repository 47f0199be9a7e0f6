# sys: what scripts ask it.
import sys
print(sys.maxsize == 2 ** 63 - 1, sys.byteorder, sys.maxunicode, sys.version_info[:2], sys.version_info >= (3, 13), sys.version_info.major)
# expect: True little 1114111 (3, 13) True 3
print(type(sys.version), sys.version[:4], sys.platform, sys.hexversion >> 16 == 0x030d, len(sys.argv), sys.argv[0][-13:], type(sys.path), type(sys.modules))
# expect: <class 'str'> 3.13 linux True 1 sys_basics.py <class 'list'> <class 'dict'>
print(sys.getrecursionlimit(), sys.intern("abc") is sys.intern("a" + "bc"), sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit)
# expect: 1000 True 1.7976931348623157e+308 2.220446049250313e-16 15 30
print(sys.stdout.write("written\n"), sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.flags.optimize, sys.hash_info.modulus == 2 ** 61 - 1)
# expect: written
# expect: 8 utf-8 utf-8 0 True
print("sys" in sys.modules, sys.modules["sys"] is sys, sys.modules["__main__"].__name__, sys.exc_info(), sys.exception(), sys.implementation.name in ("cpython", "adder"))
# expect: True True __main__ (None, None, None) None True
def f(): return sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name
print(f(), sys._getframe().f_lineno, sys.getsizeof([]) > 0, callable(sys.exit), sys.stdin is sys.__stdin__, sys.stderr.fileno())
# expect: ('f', '<module>') 15 True True True 2
def err(fn):
    try:
        fn()
    except BaseException as e:
        print(type(e).__name__ + ":", e)
err(lambda: sys.exit(3))  # expect: SystemExit: 3
err(lambda: sys.exit("text"))  # expect: SystemExit: text
err(lambda: sys.setrecursionlimit(0))  # expect: ValueError: recursion limit must be greater or equal than 1
err(lambda: sys.setrecursionlimit("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: sys.setrecursionlimit(1))
# expect: RecursionError: cannot set the recursion limit to 1 at the recursion depth 3: the limit is too low
err(lambda: sys.intern(5))  # expect: TypeError: intern() argument must be str, not int
err(lambda: sys.getrefcount())  # expect: TypeError: sys.getrefcount() takes exactly one argument (0 given)
err(lambda: sys._getframe(1000))  # expect: ValueError: call stack is not deep enough
err(lambda: sys.nothing)  # expect: AttributeError: module 'sys' has no attribute 'nothing'
err(lambda: sys.getsizeof())  # expect: TypeError: getsizeof() missing required argument 'object' (pos 1)
sys.stdout.flush()
print(sys.getsizeof(5, "default") > 0, sys.getswitchinterval(), sys.is_finalizing())  # expect: True 0.005 False
