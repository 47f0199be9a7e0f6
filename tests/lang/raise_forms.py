# raise with classes, instances and without anything; what may be raised.
def err(f):
    try:
        f()
    except BaseException as e:
        print(type(e).__name__ + ":", e, e.args)
def cls(): raise ValueError
def inst(): raise ValueError("text")
def many(): raise ValueError("a", 2)
def bare():
    try: 1 / 0
    except ZeroDivisionError: raise
def bare_nothing(): raise
def number(): raise 5
def string(): raise "text"
def none(): raise None
def wrong_class(): raise int
def needs_args():
    class E(Exception):
        def __init__(self, x): self.x = x
    raise E
def not_exception():
    class E:
        def __init__(self): pass
    raise E()
def new_returns():
    class E(Exception):
        def __new__(cls): return 5
    raise E
def base(): raise BaseException("base")
def exit_(): raise SystemExit(3)
def interrupt(): raise KeyboardInterrupt
err(cls)  # expect: ValueError:  ()
err(inst)  # expect: ValueError: text ('text',)
err(many)  # expect: ValueError: ('a', 2) ('a', 2)
err(bare)  # expect: ZeroDivisionError: division by zero ('division by zero',)
err(bare_nothing)  # expect: RuntimeError: No active exception to reraise ('No active exception to reraise',)
err(number)
# expect: TypeError: exceptions must derive from BaseException ('exceptions must derive from BaseException',)
err(string)
# expect: TypeError: exceptions must derive from BaseException ('exceptions must derive from BaseException',)
err(none)
# expect: TypeError: exceptions must derive from BaseException ('exceptions must derive from BaseException',)
err(wrong_class)
# expect: TypeError: exceptions must derive from BaseException ('exceptions must derive from BaseException',)
err(needs_args)
# expect: TypeError: needs_args.<locals>.E.__init__() missing 1 required positional argument: 'x' ("needs_args.<locals>.E.__init__() missing 1 required positional argument: 'x'",)
err(not_exception)
# expect: TypeError: exceptions must derive from BaseException ('exceptions must derive from BaseException',)
err(new_returns)
# expect: TypeError: calling <class '__main__.new_returns.<locals>.E'> should have returned an instance of BaseException, not <class 'int'> ("calling <class '__main__.new_returns.<locals>.E'> should have returned an instance of BaseException, not <class 'int'>",)
err(base)  # expect: BaseException: base ('base',)
err(exit_)  # expect: SystemExit: 3 (3,)
err(interrupt)  # expect: KeyboardInterrupt:  ()
try: 1 / 0
except ZeroDivisionError as first:
    try: raise
    except ZeroDivisionError as second: print(first is second)  # expect: True
def nested_bare():
    try: 1 / 0
    except ZeroDivisionError:
        def again(): raise
        again()
err(nested_bare)  # expect: ZeroDivisionError: division by zero ('division by zero',)
