"""singledispatch: functions that do one thing or the other by the class of their first argument. Part of functools."""
from abc import get_cache_token
from functools import update_wrapper


# The MRO of a class with those of the registered abstract base classes put in that it counts as a subclass of without having them as bases: by
# Python's own rule (C3), each abstract class as high up as the class has what makes it a subclass.

def _merge(sequences):
    result = []
    while True:
        sequences = [s for s in sequences if s]
        if not sequences:
            return result
        for sequence in sequences:
            candidate = sequence[0]
            if not any(candidate in s[1:] for s in sequences):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(candidate)
        for sequence in sequences:
            if sequence[0] is candidate:
                del sequence[0]


def _mro_with(cls, abcs):
    for split, base in enumerate(reversed(cls.__bases__)):
        if hasattr(base, '__abstractmethods__'):
            split = len(cls.__bases__) - split
            break
    else:
        split = 0
    concrete, abstract = list(cls.__bases__[:split]), list(cls.__bases__[split:])
    virtual = [base for base in abcs if issubclass(cls, base) and not any(issubclass(b, base) for b in cls.__bases__)]
    remaining = [base for base in abcs if base not in virtual]
    mros = [_mro_with(base, remaining) for base in (*concrete, *virtual, *abstract)]
    return _merge([[cls], *mros, concrete, virtual, abstract])


def _full_mro(cls, types):
    bases = set(cls.__mro__)

    def is_related(typ):
        return typ not in bases and hasattr(typ, '__mro__') and not isinstance(typ, _alias) and issubclass(cls, typ)
    types = [n for n in types if is_related(n)]

    def is_base_of_another(typ):
        return any(typ is not other and typ in other.__mro__ for other in types)
    types = [n for n in types if not is_base_of_another(n)]
    wanted = set(types)
    mro = []
    for typ in types:
        found = []
        for sub in typ.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                found.append([s for s in sub.__mro__ if s in wanted])
        if not found:
            mro.append(typ)
            continue
        found.sort(key=len, reverse=True)
        for subs in found:
            for sub in subs:
                if sub not in mro:
                    mro.append(sub)
    return _mro_with(cls, mro)


_alias = type(list[int])
_union = type(int | str)


def _find(cls, registry):
    """The best implementation for a class."""
    match = None
    for t in _full_mro(cls, registry.keys()):
        if match is not None:
            # Two abstract classes that know nothing of each other.
            if t in registry and t not in cls.__mro__ and match not in cls.__mro__ and not issubclass(match, t):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {t}')
            break
        if t in registry:
            match = t
    return registry.get(match)


def _classes_of(cls):
    """The classes that an annotation stands for, or None."""
    if isinstance(cls, type) and not isinstance(cls, _alias):
        return [cls]
    args = getattr(cls, '__args__', None)
    is_union = isinstance(cls, _union) or str(getattr(cls, '__origin__', '')) == 'typing.Union'
    if is_union and all(isinstance(arg, type) and not isinstance(arg, _alias) for arg in args):
        return list(args)
    return None


def singledispatch(func):
    """A generic function: func for any argument, and what is registered for its class.

        @singledispatch
        def show(x): ...
        @show.register
        def _(x: int): ...
        @show.register(list)
        def _(x): ...
    """
    registry = {object: func}
    found = {}
    token = None
    name = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        """The implementation for a class."""
        nonlocal token
        if token is not None and token != get_cache_token():
            found.clear()
            token = get_cache_token()
        try:
            return found[cls]
        except KeyError:
            pass
        implementation = found[cls] = registry[cls] if cls in registry else _find(cls, registry)
        return implementation

    def register(cls, func=None):
        """Use func for arguments of this class and its subclasses; without func: a decorator."""
        nonlocal token
        classes = _classes_of(cls)
        if func is None:
            if classes is not None:
                return lambda f: register(cls, f)
            if not getattr(cls, '__annotations__', None):
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain `@register` '
                                'on an annotated function.')
            func = cls
            argument, cls = _first_annotation(func)
            classes = _classes_of(cls)
            if classes is None:
                if isinstance(cls, _union):
                    raise TypeError(f'Invalid annotation for {argument!r}. {cls!r} not all arguments are classes.')
                raise TypeError(f'Invalid annotation for {argument!r}. {cls!r} is not a class.')
        elif classes is None:
            raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
        for one in classes:
            registry[one] = func
            if token is None and hasattr(one, '__abstractmethods__'):
                token = get_cache_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = type(type.__dict__)(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


def _first_annotation(func):
    """Name and value of a function's first annotation; text is evaluated."""
    argument, value = next(iter(func.__annotations__.items()))
    if isinstance(value, str):
        import typing
        argument, value = next(iter(typing.get_type_hints(func).items()))
    return argument, value


class singledispatchmethod:
    """The same for methods: by the class of the first argument behind self or cls."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Use method for arguments of this class and its subclasses; without method: a decorator."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f'{name} requires at least 1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


for _thing in singledispatch, singledispatchmethod:
    _thing.__module__ = 'functools'
