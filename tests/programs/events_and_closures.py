# Callbacks, a small event system, memoisation and partial application.
class Events:
    def __init__(self): self.handlers = {}
    def on(self, name):
        def register(f):
            self.handlers.setdefault(name, []).append(f)
            return f
        return register
    def emit(self, name, *args, **kw): return [h(*args, **kw) for h in self.handlers.get(name, [])]
events = Events()
@events.on("greet")
def hello(who, punctuation="."): return f"hello {who}{punctuation}"
@events.on("greet")
@events.on("leave")
def bye(who, **kw): return f"bye {who} {sorted(kw)}"
print(events.emit("greet", "Ann", punctuation="!"), events.emit("leave", "Bob"), events.emit("none"))
# expect: ['hello Ann!', "bye Ann ['punctuation']"] ['bye Bob []'] []
def memo(f):
    known = {}
    def wrapper(*args):
        if args not in known:
            wrapper.misses += 1
            known[args] = f(*args)
        return known[args]
    wrapper.misses = 0
    return wrapper
@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
@memo
def paths(w, h): return 1 if w == 0 or h == 0 else paths(w - 1, h) + paths(w, h - 1)
print(fib(80), fib.misses, paths(16, 16), paths.misses)  # expect: 23416728348467685 81 601080390 288
def partial(f, *a, **k): return lambda *b, **l: f(*a, *b, **{**k, **l})
def compose(*fs):
    def run(x):
        for f in reversed(fs): x = f(x)
        return x
    return run
print(partial(pow, 2)(10), partial(print, "a", sep="-")("b", "c"), compose(str, lambda x: x + 1, int)("41"), list(map(partial(max, 3), [1, 5])))
# expect: a-b-c
# expect: 1024 None 42 [3, 5]
def pipeline():
    total = yield
    while True:
        x = yield total
        if x is None: return
        total = (total or 0) + x
p = pipeline()
next(p)
print(p.send(0), [p.send(n) for n in (1, 2, 3)])  # expect: 0 [1, 3, 6]
