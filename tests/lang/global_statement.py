# global names in functions, classes and nested functions.
x = 1
def read(): return x
def write():
    global x
    x = 2
write()
print(x, read())  # expect: 2 2
def create():
    global made, also
    made = "new"
    also = made + "er"
create()
print(made, also)  # expect: new newer
def outer():
    x = "outer"
    def inner():
        global x
        x = "global"
        return x
    return inner(), x
print(outer(), x)  # expect: ('global', 'outer') global
class C:
    global in_class
    in_class = 5
print(in_class, hasattr(C, "in_class"))  # expect: 5 False
def def_global():
    global helper
    def helper(): return "helped"
def_global()
print(helper())  # expect: helped
def loop():
    global i
    for i in range(3): pass
loop()
print(i)  # expect: 2
def as_target():
    global error
    try: 1 / 0
    except ZeroDivisionError as error: pass
as_target()
print("error" in globals())  # expect: False
def del_global():
    global x
    del x
del_global()
print("x" in globals())  # expect: False
