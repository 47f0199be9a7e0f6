"""Copies of objects: shallow ones share what is inside, deep ones do not.

A class says how it is copied by __copy__ and __deepcopy__(memo), or like for pickle by __reduce_ex__ and its kin.
"""
import sys

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass


error = Error


def _code():
    pass


# Their own copies, shallow and deep; and shallow only.
_atoms = {type(None), type(...), type(NotImplemented), int, float, bool, complex, bytes, str, type, range, property,
          type(_code), type(len), type(_code.__code__)}
_unchanging = _atoms | {tuple, frozenset, slice}
_copy_methods = {list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy}
_missing = object()


def copy(x):
    """A shallow copy of x."""
    cls = type(x)
    if cls in _unchanging:
        return x
    copier = _copy_methods.get(cls)
    if copier is not None:
        return copier(x)
    if issubclass(cls, type) or _is_weakref(cls):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    parts = _take_apart(x, cls, 'shallow')
    return x if isinstance(parts, str) else _put_together(x, None, *parts)


def deepcopy(x, memo=None, _nil=[]):
    """A copy of x with copies of everything inside; what occurs twice is copied once.

    memo: a dict that remembers copies already made, by id.
    """
    cls = type(x)
    if cls in _atoms:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        y = memo.get(key, _missing)
        if y is not _missing:
            return y
    copier = _deep_copiers.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif issubclass(cls, type) or _is_weakref(cls):
        return x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            y = copier(memo)
        else:
            parts = _take_apart(x, cls, 'deep')
            y = x if isinstance(parts, str) else _put_together(x, memo, *parts)
    if y is not x:
        memo[key] = y
        _keep_alive(x, memo)
    return y


def replace(obj, /, **changes):
    """A copy of obj with some attributes changed."""
    cls = type(obj)
    function = getattr(cls, '__replace__', None)
    if function is None:
        raise TypeError(f'replace() does not support {cls.__name__} objects')
    return function(obj, **changes)


def _keep_alive(x, memo):
    """An id in the memo means x only as long as x lives: the memo holds it, in a list under its own id."""
    memo.setdefault(id(memo), []).append(x)


# --- the built-in containers, deeply ---

def _deep_list(x, memo):
    y = memo[id(x)] = []
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deep_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    if id(x) in memo:  # it holds itself, through something inside
        return memo[id(x)]
    for old, new in zip(x, y):
        if old is not new:
            return tuple(y)
    return x


def _deep_dict(x, memo):
    y = memo[id(x)] = {}
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


class _Methods:
    def method(self):
        pass


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep_copiers = {list: _deep_list, tuple: _deep_tuple, dict: _deep_dict, type(_Methods().method): _deep_method}


# --- anything else ---

def _is_weakref(cls):
    """Weak references are shared, not copied. Who has one has imported weakref."""
    module = sys.modules.get('weakref')
    return module is not None and cls is module.ref


def _take_apart(x, cls, how):
    """What __reduce_ex__ and its kin give; a function registered with copyreg comes first."""
    copyreg = sys.modules.get('copyreg')
    function = copyreg and copyreg.dispatch_table.get(cls)
    if function:
        return function(x)
    function = getattr(x, '__reduce_ex__', None)
    if function is not None:
        return function(4)
    function = getattr(x, '__reduce__', None)
    if function is None:
        raise Error(f'un({how})copyable object of type {cls}')
    return function()


def _put_together(x, memo, func, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, deepcopy(state, memo) if deep else state)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def _set_state(y, state):
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        y.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(y, name, value)
