"""Functions that work on functions.

partial, reduce, cmp_to_key and the cache of lru_cache are written in C (_functools). singledispatch, which takes more, is loaded when
it is first asked for.
"""
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key', 'lru_cache', 'reduce',
           'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property']


def __getattr__(name):
    if name in ('singledispatch', 'singledispatchmethod'):
        import _singledispatch
        value = globals()[name] = getattr(_singledispatch, name)
        return value
    if name == 'get_cache_token':
        from abc import get_cache_token
        return get_cache_token
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


# --- wrappers ---

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a wrapper look like the function it wraps: copies these attributes, updates those, and sets __wrapped__."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator for a wrapper: update_wrapper with these arguments."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- comparisons ---

def _ordering(op, root, other_way, with_equal):
    """The method for op, made of root: other_way: of its negation; with_equal: None, or whether equal ones count besides."""
    def method(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if other_way:
            result = not result
        if with_equal is None:
            return result
        return result or self == other if with_equal else result and self != other
    method.__name__ = op
    method.__doc__ = f'Return a {_symbols[op]} b.  Computed by @total_ordering from {root}.'
    return method


_symbols = {'__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>='}
_orderings = {
    '__lt__': [('__gt__', True, False), ('__le__', False, True), ('__ge__', True, None)],
    '__le__': [('__ge__', True, True), ('__lt__', False, False), ('__gt__', True, None)],
    '__gt__': [('__lt__', True, False), ('__ge__', False, True), ('__le__', True, None)],
    '__ge__': [('__le__', True, True), ('__gt__', False, False), ('__lt__', True, None)],
}


def total_ordering(cls):
    """A class decorator: supplies the comparisons that are missing, from __eq__ and one of < <= > >=."""
    defined = {op for op in _orderings if getattr(cls, op, None) is not getattr(object, op)}
    if not defined:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(defined)
    for op, other_way, with_equal in _orderings[root]:
        if op not in defined:
            setattr(cls, op, _ordering(op, root, other_way, with_equal))
    return cls


# --- caches ---

def _cache_info(*numbers):
    """Makes the class CacheInfo, which few ask for, and its first instance."""
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple
        _CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])
    return _CacheInfo(*numbers)


_CacheInfo = None


def _remembering(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, _cache_info)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    """A decorator for functions that should remember their results, as many as maxsize (None: all), least recently used ones go.

    Arguments must be hashable. typed: 1 and 1.0 are different arguments. The function gets cache_info(), cache_clear() and __wrapped__.
    """
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _remembering(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda function: _remembering(function, maxsize, typed)


def cache(user_function, /):
    """A function that remembers all its results: lru_cache(maxsize=None)."""
    return _remembering(user_function, None, False)


class cached_property:
    """A method that is called once for each instance, at the first use of the attribute; its result takes the attribute's place."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(f'Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            values = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {name!r} property.") from None
        value = values.get(name, _nothing)
        if value is _nothing:
            value = self.func(instance)
            try:
                values[name] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance does not support item assignment "
                                f'for caching {name!r} property.') from None
        return value

    __class_getitem__ = classmethod(type(list[int]))


_nothing = object()


# --- partial, for methods ---

class partialmethod:
    """partial for a method: the instance goes in front of the given arguments."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        cls = self.__class__
        parts = [repr(self.func), *map(repr, self.args), *(f'{key}={value!r}' for key, value in self.keywords.items())]
        return f'{cls.__module__}.{cls.__qualname__}({", ".join(parts)})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        result = None
        if get is not None and not isinstance(self.func, partial):
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
        if result is None:
            result = self._make_unbound_method().__get__(obj, cls)
        return result

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(type(list[int]))
