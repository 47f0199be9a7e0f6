"""namedtuple: classes of tuples whose items can be read as attributes."""
import sys
from _collections import _tuplegetter
from keyword import iskeyword


def _usable_names(names):
    """The names, with _0, _1, ... in the place of those that cannot be attributes."""
    seen = set()
    for i, name in enumerate(names):
        if not name.isidentifier() or iskeyword(name) or name.startswith('_') or name in seen:
            names[i] = f'_{i}'
        seen.add(name)


def _check_names(typename, names, rename):
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)


def _maker(names, defaults):
    """__new__, whose parameters are the fields: so wrong arguments are complained about as those of any function."""
    parameters = ', '.join(names)
    make = eval(f'lambda _cls, {parameters}: _new(_cls, ({parameters}{"," if len(names) == 1 else ""}))',
                {'_new': tuple.__new__, '__builtins__': {}, '__name__': 'namedtuple'})
    make.__name__ = '__new__'
    if defaults is not None:
        make.__defaults__ = defaults
    return make


def _methods(typename, names):
    count = len(names)
    pattern = '(' + ', '.join(f'{name}=%r' for name in names) + ')'
    new = tuple.__new__

    @classmethod
    def _make(cls, iterable):
        result = new(cls, iterable)
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make(map(kwds.pop, names, self))
        if kwds:
            raise TypeError(f'Got unexpected field names: {list(kwds)!r}')
        return result

    def __repr__(self):
        """The class and the fields, as a call would be written."""
        return self.__class__.__name__ + pattern % self

    def _asdict(self):
        """A dict of field names to values."""
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        """The items as a plain tuple: for copy and pickle."""
        return tuple(self)

    _make.__func__.__doc__ = f'Make a new {typename} object from a sequence or iterable'
    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'
    return {'_make': _make, '__replace__': _replace, '_replace': _replace, '__repr__': __repr__, '_asdict': _asdict,
            '__getnewargs__': __getnewargs__}


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A new class derived from tuple, with these names for the items.

    field_names: a sequence of str, or one str with blanks or commas between the names. rename: names that cannot be used become _0, _1, ...
    defaults: values for the last fields. module: for the class's __module__.

        >>> Point = namedtuple('Point', 'x y')
        >>> p = Point(1, y=2)
        >>> p.x + p[1], p
        (3, Point(x=1, y=2))
    """
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = list(map(str, field_names))
    typename = sys.intern(str(typename))
    if rename:
        _usable_names(names)
    _check_names(typename, names, rename)
    default_values = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')
        default_values = dict(zip(names[len(names) - len(defaults):], defaults))
    names = tuple(map(sys.intern, names))

    namespace = {
        '__doc__': f'{typename}({", ".join(names)})',
        '__slots__': (),
        '_fields': names,
        '_field_defaults': default_values,
        '__new__': _maker(names, defaults),
        **_methods(typename, names),
        '__match_args__': names,
    }
    namespace['__new__'].__doc__ = f'Create new instance of {typename}({", ".join(names)})'
    for method in namespace.values():
        method = getattr(method, '__func__', method)
        if hasattr(method, '__qualname__'):
            method.__qualname__ = f'{typename}.{method.__name__}'
    for i, name in enumerate(names):
        namespace[name] = _tuplegetter(i, sys.intern(f'Alias for field number {i}'))

    if module is None:
        module = sys._getframe(1).f_globals.get('__name__', '__main__')
    namespace['__module__'] = module
    return type(typename, (tuple,), namespace)


namedtuple.__module__ = 'collections'
