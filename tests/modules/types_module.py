# types: the names of the types, and classes made at run time.
import types
def f():
    yield
async def c():
    pass
async def ag():
    yield
class C:
    __slots__ = ("slot",)
    def m(self):
        pass
def cell():
    x = 1
    return lambda: x
co = c()
a = ag()
try:
    1 // 0
except ZeroDivisionError as e:
    tb = e.__traceback__
for name, value in (("FunctionType", f), ("LambdaType", lambda: 0), ("GeneratorType", f()), ("CoroutineType", co), ("AsyncGeneratorType", a),
                    ("CodeType", f.__code__), ("MethodType", C().m), ("BuiltinFunctionType", len), ("BuiltinMethodType", [].append),
                    ("MethodWrapperType", object().__str__), ("WrapperDescriptorType", object.__init__), ("MethodDescriptorType", str.join),
                    ("ClassMethodDescriptorType", dict.__dict__["fromkeys"]), ("ModuleType", types), ("TracebackType", tb),
                    ("FrameType", tb.tb_frame), ("GetSetDescriptorType", type.__dict__["__name__"]), ("MemberDescriptorType", C.slot),
                    ("MappingProxyType", C.__dict__), ("SimpleNamespace", types.SimpleNamespace()), ("CellType", cell().__closure__[0]),
                    ("NoneType", None), ("EllipsisType", ...), ("NotImplementedType", NotImplemented), ("GenericAlias", list[int]),
                    ("UnionType", int | str)):
    t = getattr(types, name)
    print(name, isinstance(value, t), t.__name__, t.__module__)
# expect: FunctionType True function builtins
# expect: LambdaType True function builtins
# expect: GeneratorType True generator builtins
# expect: CoroutineType True coroutine builtins
# expect: AsyncGeneratorType True async_generator builtins
# expect: CodeType True code builtins
# expect: MethodType True method builtins
# expect: BuiltinFunctionType True builtin_function_or_method builtins
# expect: BuiltinMethodType True builtin_function_or_method builtins
# expect: MethodWrapperType True method-wrapper builtins
# expect: WrapperDescriptorType True wrapper_descriptor builtins
# expect: MethodDescriptorType True method_descriptor builtins
# expect: ClassMethodDescriptorType True classmethod_descriptor builtins
# expect: ModuleType True module builtins
# expect: TracebackType True traceback builtins
# expect: FrameType True frame builtins
# expect: GetSetDescriptorType True getset_descriptor builtins
# expect: MemberDescriptorType True member_descriptor builtins
# expect: MappingProxyType True mappingproxy builtins
# expect: SimpleNamespace True SimpleNamespace types
# expect: CellType True cell builtins
# expect: NoneType True NoneType builtins
# expect: EllipsisType True ellipsis builtins
# expect: NotImplementedType True NotImplementedType builtins
# expect: GenericAlias True GenericAlias types
# expect: UnionType True UnionType types
co.close()
n = types.SimpleNamespace(a=1, b="x")
n.c = [n.a]
print(n, n == types.SimpleNamespace(a=1, b="x", c=[1]))  # expect: namespace(a=1, b='x', c=[1]) True
m = types.ModuleType("made", "its doc")
print(m.__name__, m.__doc__)  # expect: made its doc
P = types.new_class("P", (list,), {}, lambda ns: ns.update(x=5))
print(P.__name__, P.x, P.__mro__, types.new_class("Q"))
# expect: P 5 (<class 'types.P'>, <class 'list'>, <class 'object'>) <class 'types.Q'>
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw):
        return {"prepared": kw}
    def __new__(mcls, name, bases, ns, **kw):
        return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
R = types.new_class("R", (), {"metaclass": Meta, "k": 1})
print(R.prepared, type(R), types.prepare_class("S", (R,)))
# expect: {'k': 1} <class '__main__.Meta'> (<class '__main__.Meta'>, {'prepared': {}}, {})
print(types.resolve_bases((list[int], object)), types.get_original_bases(types.new_class("G", (list[int],))))
# expect: (<class 'list'>, <class 'object'>) (list[int],)
print(types.MappingProxyType({"a": 1}), types.MethodType(lambda self: self, 5)())  # expect: {'a': 1} 5
class D:
    @types.DynamicClassAttribute
    def name(self):
        return "instance's"
print(D().name, hasattr(D, "name"))  # expect: instance's False
@types.coroutine
def wait():
    x = yield "waiting"
    return x
async def main():
    return await wait()
k = main()
print(k.send(None))  # expect: waiting
try:
    k.send("done")
except StopIteration as e:
    print(e.value)
# expect: done
