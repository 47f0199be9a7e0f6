# warnings: filters, catch_warnings, warnings as errors, and functions of one's own to show them.
import warnings
def show(message, category, filename, lineno, file=None, line=None):
    print("show", repr(message), category.__name__, filename[-19:], file, line)
warnings.showwarning = show
print(warnings.filters)
# expect: [('default', None, <class 'DeprecationWarning'>, '__main__', 0), ('ignore', None, <class 'DeprecationWarning'>, None, 0), ('ignore', None, <class 'PendingDeprecationWarning'>, None, 0), ('ignore', None, <class 'ImportWarning'>, None, 0), ('ignore', None, <class 'ResourceWarning'>, None, 0)]
warnings.warn("a")  # expect: show UserWarning('a') UserWarning warnings_filters.py None None
warnings.simplefilter("error")
try:
    warnings.warn("boom")
except UserWarning as e:
    print(repr(e))  # expect: UserWarning('boom')
try:
    [].x
except AttributeError:
    try:
        warnings.warn("inner", DeprecationWarning)
    except DeprecationWarning as e:
        print(repr(e), repr(e.__context__))  # expect: DeprecationWarning('inner') AttributeError("'list' object has no attribute 'x'")
try:
    compile("'\\q'", "made", "eval")
except SyntaxError as e:
    print(e)  # expect: invalid escape sequence '\q' (made, line 1)
warnings.simplefilter("ignore", UserWarning)
warnings.warn("unseen")
warnings.simplefilter("once")
for i in range(2): warnings.warn("b")
warnings.warn("b")
# expect: show UserWarning('b') UserWarning warnings_filters.py None None
print(warnings.onceregistry)  # expect: {}
warnings.simplefilter("module")
warnings.warn("c")  # expect: show UserWarning('c') UserWarning warnings_filters.py None None
warnings.warn("c")
warnings.warn("d")  # expect: show UserWarning('d') UserWarning warnings_filters.py None None
warnings.simplefilter("always")
for i in range(2): warnings.warn("e")
# expect: show UserWarning('e') UserWarning warnings_filters.py None None
# expect: show UserWarning('e') UserWarning warnings_filters.py None None
warnings.simplefilter("always")
print(warnings.filters[:4])
# expect: [('always', None, <class 'Warning'>, None, 0), ('module', None, <class 'Warning'>, None, 0), ('once', None, <class 'Warning'>, None, 0), ('ignore', None, <class 'UserWarning'>, None, 0)]
warnings.resetwarnings()
warnings.simplefilter("ignore", append=True)
warnings.simplefilter("default", FutureWarning)
warnings.warn("f")
warnings.warn("f", FutureWarning)  # expect: show FutureWarning('f') FutureWarning warnings_filters.py None None
print(warnings.filters)  # expect: [('default', None, <class 'FutureWarning'>, None, 0), ('ignore', None, <class 'Warning'>, None, 0)]
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("one")
    warnings.warn("two", DeprecationWarning, 1)
    print(len(log), log[0].message, log[1].category, log[0].lineno - log[1].lineno, log[0].source, log[0].file)
    # expect: 2 one <class 'DeprecationWarning'> -1 None None
print(len(log), warnings.filters)  # expect: 2 [('default', None, <class 'FutureWarning'>, None, 0), ('ignore', None, <class 'Warning'>, None, 0)]
with warnings.catch_warnings(action="error"):
    try: warnings.warn("boom")
    except UserWarning as e: print(e)  # expect: boom
c = warnings.catch_warnings()
print(c, warnings.catch_warnings(record=True))  # expect: catch_warnings() catch_warnings(record=True)
def ask(f):
    try: f()
    except Exception as e: print(type(e).__name__ + ":", e)
ask(c.__exit__)  # expect: RuntimeError: Cannot exit catch_warnings() without entering first
with c: ask(c.__enter__)  # expect: RuntimeError: Cannot enter catch_warnings() twice
warnings.simplefilter("always")
@warnings.deprecated("use new")
def old(a):
    "doc"
    return a
print(old(3), old.__name__, old.__doc__, old.__deprecated__)
# expect: show DeprecationWarning('use new') DeprecationWarning warnings_filters.py None None
# expect: 3 old doc use new
@warnings.deprecated("no class")
class Old:
    def __init__(self, x): self.x = x
print(Old(4).x)
# expect: show DeprecationWarning('no class') DeprecationWarning warnings_filters.py None None
# expect: 4
class Newer(Old): pass
# expect: show DeprecationWarning('no class') DeprecationWarning warnings_filters.py None None
print(Newer(5).x, Old.__deprecated__)  # expect: 5 no class
