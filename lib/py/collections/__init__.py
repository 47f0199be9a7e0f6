"""Containers beyond those built in.

    deque         a sequence that grows and shrinks at both ends
    defaultdict   a dict that makes missing values
    OrderedDict   a dict whose order can be changed
    Counter       a dict that counts
    namedtuple    makes classes of tuples whose items have names
    ChainMap      several mappings as one
    UserDict, UserList, UserString     to derive from instead of dict, list, str

The first three are written in C; the others are loaded when they are first asked for.
"""
from _collections import OrderedDict, _tuplegetter, defaultdict, deque

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque', 'namedtuple']

_homes = {
    'Counter': '_counter',
    '_count_elements': '_counter',
    'namedtuple': '_namedtuple',
    'ChainMap': '_chainmap',
    'UserDict': '_user',
    'UserList': '_user',
    'UserString': '_user',
}


def __getattr__(name):
    if name not in _homes:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    home = __import__(f'{__name__}.{_homes[name]}', None, None, [name])
    value = globals()[name] = getattr(home, name)
    return value


def __dir__():
    return sorted({*globals(), *_homes})
