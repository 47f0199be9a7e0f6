/* mod__types.c: the module _types: the types that have no name among the builtins. */
#include "lib/modules.h"
#include "runtime/descr.h"
#include "runtime/exc.h"
#include "runtime/generic.h"
#include "runtime/simple.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/generator.h"

Own mod__types_init(void) {
    static const struct { const char *name; Type *type; } types[] = {
        {"AsyncGeneratorType", &async_generator_type},
        {"BuiltinFunctionType", &builtin_type},
        {"BuiltinMethodType", &builtin_type},
        {"CellType", &cell_type},
        {"ClassMethodDescriptorType", &classmethod_descr_type},
        {"CodeType", &code_type},
        {"CoroutineType", &coroutine_type},
        {"EllipsisType", &ellipsis_type},
        {"FrameType", &frame_type},
        {"FunctionType", &function_type},
        {"GeneratorType", &generator_type},
        {"GenericAlias", &generic_alias_type},
        {"GetSetDescriptorType", &getset_descr_type},
        {"LambdaType", &function_type},
        {"MappingProxyType", &mappingproxy_type},
        {"MemberDescriptorType", &member_descr_type},
        {"MethodDescriptorType", &method_descr_type},
        {"MethodType", &bound_method_type},
        {"MethodWrapperType", &method_wrapper_type},
        {"ModuleType", &module_type},
        {"NoneType", &none_type},
        {"NotImplementedType", &not_implemented_type},
        {"SimpleNamespace", &simple_namespace_type},
        {"TracebackType", &traceback_type},
        {"UnionType", &union_type},
        {"WrapperDescriptorType", &wrapper_descr_type}};
    static const Method none_of_them[] = {{0}};
    Own module = modules_new("_types", none_of_them);
    for (size_t i = 0; module && i < sizeof types / sizeof *types; i++)
        if (module_add(module, types[i].name, own((Ref)types[i].type)) < 0) CLEAR(module);
    return module;
}
