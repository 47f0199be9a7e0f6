# Without options: which warnings are shown, once for each place, and what they look like.
import warnings
warnings.warn("hello")
def f():
    warnings.warn("old", DeprecationWarning)
    warnings.warn("caller", stacklevel=2)
for i in range(3): f()
f()
warnings.warn("ignored", ResourceWarning)
warnings.warn("ignored", ImportWarning)
warnings.warn("ignored", PendingDeprecationWarning)
warnings.warn("of the future", FutureWarning)
for i in range(2): warnings.warn("text %d" % i)
exec("import warnings\nwarnings.warn('in exec')")
space = {"__name__": "elsewhere", "warnings": warnings}
exec("warnings.warn('unseen', DeprecationWarning); warnings.warn('seen')", space)
print(space["__warningregistry__"])
# expect: {'version': 0, ('seen', <class 'UserWarning'>, 1): True}
class Mine(RuntimeWarning):
    def __str__(self): return "mine: " + self.args[0]
warnings.warn(Mine("a"), UserWarning)
warnings.warn("far", stacklevel=50)
warnings.warn_explicit("explicit", UserWarning, "nofile.py", 7)
registry = {}
for i in range(2): warnings.warn_explicit("once", UserWarning, "nofile.py", 8, registry=registry)
print(registry)  # expect: {'version': 0, ('once', <class 'UserWarning'>, 8): True}
import sys
err = sys.stderr
sys.stderr = None
warnings.warn("nowhere")
sys.stderr = err
warnings.warn(3)
warnings.warn("")
warnings.warn("two\nlines")
x = NotImplemented and 1
v = True
print(~v)  # expect: -2
