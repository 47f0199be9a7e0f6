# Everything is evaluated from left to right, arguments before the call, values before targets.
def t(name, value=None):
    print(name, end=",")
    return value if value is not None else name
def show(*a, **k): print()
class O:
    def __getitem__(self, i): return t("getitem", 1)
    def __setitem__(self, i, v): t("setitem")
    def __getattr__(self, n): return t("getattr", lambda *a, **k: 1)
    def __add__(self, o): return t("add", self)
    def __lt__(self, o): return t("lt", True)
    def __contains__(self, o): return t("contains", True)
    def __call__(self, *a, **k): return t("call", self)
o = O()
show(t("f", o)(t("a"), *[t("b")], k=t("c"), **{"d": t("e")}))  # expect: f,a,b,c,e,call,
show(t("x", o)[t("i")])  # expect: x,i,getitem,
t("y", o)[t("j")] = t("v"); show()  # expect: v,y,j,setitem,
show(t("l", o) + t("r", o) + t("s", o))  # expect: l,r,add,s,add,
show(t("p", o).m(t("q")))  # expect: p,getattr,q,
show([t("1"), t("2"), t("3")], {t("k1"): t("v1"), t("k2"): t("v2")})  # expect: 1,2,3,k1,v1,k2,v2,
show(t("a", 1) if t("cond", 1) else t("never"))  # expect: cond,a,
show(t("m", o) < t("n", o) < t("o", o))  # expect: m,n,lt,o,lt,
show(t("e1") in t("e2", o))  # expect: e1,e2,contains,
show(t("z", "abc")[t("lo", 0):t("hi", 2):t("st", 1)])  # expect: z,lo,hi,st,
def default(a=t("d1"), *, b: t("annotation b") = t("d2")) -> t("returns"): pass
show()  # expect: d1,d2,annotation b,returns,
class C(t("base", object), metaclass=t("meta", type)):
    x = t("body")
show()  # expect: base,meta,body,
def deco(n):
    t(n)
    return lambda f: t("apply-" + n, f)
@deco("one")
@deco("two")
def g(p=t("param")): pass
show()  # expect: one,two,param,apply-two,apply-one,
show(*(t("gen" + str(i)) for i in range(2)), *[t("list")])  # expect: gen0,gen1,list,
a, b = t("rhs1"), t("rhs2"); show()  # expect: rhs1,rhs2,
d = {}
d[t("t1")] = d[t("t2")] = t("val"); show()  # expect: val,t1,t2,
d[t("aug")] = 1
show()  # expect: aug,
d[t("aug")] += t("inc", 5); show()  # expect: aug,inc,
show(lambda x=t("lam"): 1)  # expect: lam,
show([t("el", i) for i in t("iter", [7, 8]) if t("if", i)])  # expect: iter,if,el,if,el,
class M:
    def __enter__(self): t("enter")
    def __exit__(self, *a): return t("exit", False)
with t("manager", M()) as w: t("inside")
show()  # expect: manager,enter,inside,exit,
try: raise t("exc", ValueError) from t("cause", KeyError)
except t("match", ValueError): show()  # expect: exc,cause,match,
assert t("assert", True), t("never")
show()  # expect: assert,
del d[t("aug")]; show()  # expect: aug,
print(f"{t('f1')}{t('f2'):{t('spec', '>3')}}")  # expect: f1,f2,spec,f1 f2
