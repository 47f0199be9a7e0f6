# warnings: wrong arguments, and what the functions return.
import warnings
def ask(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)
warnings.simplefilter("ignore")
ask(lambda: warnings.warn("x", int))  # expect: TypeError: category must be a Warning subclass, not 'type'
ask(lambda: warnings.warn("x", 3))  # expect: TypeError: category must be a Warning subclass, not 'int'
ask(lambda: warnings.warn())  # expect: TypeError: warn() missing required argument 'message' (pos 1)
ask(lambda: warnings.warn("x", stacklevel="a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
ask(lambda: warnings.warn("x", None, 1, None, 5))  # expect: TypeError: warn() takes at most 4 positional arguments (5 given)
ask(lambda: warnings.warn("x", skip_file_prefixes=5))  # expect: TypeError: warn() argument 'skip_file_prefixes' must be tuple, not int
ask(lambda: warnings.warn("x", skip_file_prefixes=(5,)))  # expect: TypeError: Found non-str 'int' in skip_file_prefixes.
ask(lambda: warnings.warn("x"))  # expect: None
ask(lambda: warnings.warn_explicit("x", UserWarning, "f"))  # expect: TypeError: warn_explicit() missing required argument 'lineno' (pos 4)
ask(lambda: warnings.warn_explicit("x", int, "f", 1))  # expect: ValueError: invalid literal for int() with base 10: 'x'
ask(lambda: warnings.warn_explicit("x", UserWarning, 5, 1))  # expect: TypeError: warn_explicit() argument 'filename' must be str, not int
ask(lambda: warnings.warn_explicit("x", UserWarning, "f", 1, registry=3))  # expect: TypeError: 'registry' must be a dict or None
ask(lambda: warnings.simplefilter("bad"))  # expect: ValueError: invalid action: 'bad'
ask(lambda: warnings.simplefilter("ignore", lineno=-1))  # expect: ValueError: lineno must be an int >= 0
ask(lambda: warnings.simplefilter("ignore", lineno="a"))  # expect: TypeError: lineno must be an int
ask(lambda: warnings.filterwarnings("ignore", message=3))  # expect: TypeError: message must be a string
ask(lambda: warnings.filterwarnings("ignore", category=3))  # expect: TypeError: category must be a Warning subclass
ask(lambda: warnings.filterwarnings("ignore", module=3))  # expect: TypeError: module must be a string
ask(lambda: warnings.filterwarnings("ignore", category=int))  # expect: TypeError: category must be a Warning subclass
ask(lambda: warnings.formatwarning("m", UserWarning, "f", 3))  # expect: 'f:3: UserWarning: m\n'
ask(lambda: warnings.formatwarning("m", UserWarning, "f", 3, "  li "))  # expect: 'f:3: UserWarning: m\n  li\n'
ask(lambda: warnings.formatwarning("m", UserWarning, "warnings_arguments.py", 2))  # expect: 'warnings_arguments.py:2: UserWarning: m\n  import warnings\n'
ask(lambda: str(warnings.WarningMessage(UserWarning("m"), UserWarning, "f", 3)))
# expect: "{message : UserWarning('m'), category : 'UserWarning', filename : 'f', lineno : 3, line : None}"
warnings.filters.insert(0, 5)
ask(lambda: warnings.warn("x"))  # expect: ValueError: _warnings.filters item 0 isn't a 5-tuple
warnings.filters[0] = ("foo", None, Warning, None, 0)
ask(lambda: warnings.warn("xx"))
# expect: RuntimeError: Unrecognized action ('foo') in warnings.filters:
# expect:  ('foo', None, <class 'Warning'>, None, 0)
warnings.filters[0] = ("ignore", 4, Warning, None, 0)
ask(lambda: warnings.warn("xx"))  # expect: AttributeError: 'int' object has no attribute 'match'
warnings.filters[0] = ("ignore", None, 4, None, 0)
ask(lambda: warnings.warn("xx"))  # expect: TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union
warnings.filters = 5
ask(lambda: warnings.warn("x"))  # expect: ValueError: _warnings.filters must be a list
