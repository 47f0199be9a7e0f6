# The names a script starts with.
print(__name__, __doc__, __file__[-12:], __builtins__ is not None, __package__, __spec__)
# expect: __main__ None name_main.py True None None
print([n for n in globals() if n.startswith("__")][:4])
# expect: ['__name__', '__doc__', '__package__', '__loader__']
if __name__ == "__main__":
    print("runs as script")  # expect: runs as script
def f(): return __name__, __file__[-12:]
print(f(), f.__module__)  # expect: ('__main__', 'name_main.py') __main__
class C: pass
print(C.__module__, C.__qualname__, repr(C))  # expect: __main__ C <class '__main__.C'>
