# Endless recursion through every special method ends in RecursionError, and the program goes on.
def attempt(name, f):
    try:
        f()
    except RecursionError:
        print(name, "RecursionError")
    except Exception as e:
        print(name, type(e).__name__, e)
class Repr:
    def __repr__(self): return repr(self)
class Str:
    def __str__(self): return str(self)
class Eq:
    def __eq__(self, o): return self == o
class Lt:
    def __lt__(self, o): return self < o
class Hash:
    def __hash__(self): return hash(self)
class Add:
    def __add__(self, o): return self + o
class Call:
    def __call__(self): return self()
class Getattr:
    def __getattr__(self, name): return self.other
class Getattribute:
    def __getattribute__(self, name): return self.x
class Setattr:
    def __setattr__(self, name, v): self.x = v
class Getitem:
    def __getitem__(self, i): return self[i]
class Len:
    def __len__(self): return len(self)
class Bool:
    def __bool__(self): return bool(self)
class Iter:
    def __iter__(self): return iter(self)
class Next:
    def __iter__(self): return self
    def __next__(self): return next(self)
class Contains:
    def __contains__(self, x): return x in self
class Prop:
    @property
    def p(self): return self.p
class Desc:
    def __get__(self, o, t): return o.d
class HasDesc: d = Desc()
class Enter:
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
class Init:
    def __init__(self): Init()
class New:
    def __new__(cls): return New()
class Format:
    def __format__(self, spec): return format(self, spec)
class Index:
    def __index__(self): return [1][self]
class Neg:
    def __neg__(self): return -self
class Instance(type):
    def __instancecheck__(cls, x): return isinstance(x, cls)
class Checked(metaclass=Instance): pass
def generator():
    yield from generator()
def comprehension(): return [comprehension() for _ in range(1)]
def by_lambda(): (lambda: by_lambda())()
def by_map(): list(map(lambda x: by_map(), [1]))
def by_sorted(): sorted([1, 2], key=lambda x: by_sorted())
def by_eval(): eval("by_eval()")
def by_exec(): exec("by_exec()")
def by_finally():
    try: by_finally()
    finally: pass
attempt("repr", lambda: repr(Repr()))  # expect: repr RecursionError
attempt("str", lambda: str(Str()))  # expect: str RecursionError
attempt("eq", lambda: Eq() == 1)  # expect: eq RecursionError
attempt("lt", lambda: Lt() < 1)  # expect: lt RecursionError
attempt("hash", lambda: hash(Hash()))  # expect: hash RecursionError
attempt("add", lambda: Add() + 1)  # expect: add RecursionError
attempt("call", lambda: Call()())  # expect: call RecursionError
attempt("getattr", lambda: Getattr().x)  # expect: getattr RecursionError
attempt("getattribute", lambda: Getattribute().x)  # expect: getattribute RecursionError
def assign(): Setattr().x = 1
attempt("setattr", assign)  # expect: setattr RecursionError
attempt("getitem", lambda: Getitem()[0])  # expect: getitem RecursionError
attempt("len", lambda: len(Len()))  # expect: len RecursionError
attempt("bool", lambda: not Bool())  # expect: bool RecursionError
attempt("iter", lambda: list(Iter()))  # expect: iter RecursionError
attempt("next", lambda: list(Next()))  # expect: next RecursionError
attempt("contains", lambda: 1 in Contains())  # expect: contains RecursionError
attempt("property", lambda: Prop().p)  # expect: property RecursionError
attempt("descriptor", lambda: HasDesc().d)  # expect: descriptor RecursionError
def with_():
    with Enter(): pass
attempt("enter", with_)  # expect: enter RecursionError
attempt("init", Init)  # expect: init RecursionError
attempt("new", New)  # expect: new RecursionError
attempt("format", lambda: format(Format(), "x"))  # expect: format RecursionError
attempt("index", lambda: [1][Index()])  # expect: index RecursionError
attempt("neg", lambda: -Neg())  # expect: neg RecursionError
attempt("instancecheck", lambda: isinstance(1, Checked))  # expect: instancecheck RecursionError
attempt("generator", lambda: next(generator()))  # expect: generator RecursionError
attempt("comprehension", comprehension)  # expect: comprehension RecursionError
attempt("lambda", by_lambda)  # expect: lambda RecursionError
attempt("map", by_map)  # expect: map RecursionError
attempt("sorted", by_sorted)  # expect: sorted RecursionError
attempt("eval", by_eval)  # expect: eval RecursionError
attempt("exec", by_exec)  # expect: exec RecursionError
attempt("finally", by_finally)  # expect: finally RecursionError
print("still here", repr([1, {2: (3,)}]))  # expect: still here [1, {2: (3,)}]
