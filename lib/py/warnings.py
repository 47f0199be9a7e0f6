"""Warnings: filters, and how warnings are shown. The machinery itself is _warnings, in C."""

import sys
from _warnings import (_defaultaction, _filters_mutated, _onceregistry, _source_line,
                       filters, warn, warn_explicit)

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings",
           "simplefilter", "resetwarnings", "catch_warnings", "deprecated"]

defaultaction = _defaultaction
onceregistry = _onceregistry
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


class WarningMessage:
    """One warning, as showwarning() gets it."""

    _DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, "
                f"filename : {self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")


# --- text ---

def _text_of(msg):
    name = msg.category.__name__
    text = f"{msg.filename}:{msg.lineno}: {name}: {msg.message}\n"
    line = _source_line(msg.filename, msg.lineno) if msg.line is None else msg.line.strip()
    if line:
        text += f"  {line}\n"
    if msg.source is not None:
        text += f"{name}: Enable tracemalloc to get the object allocation traceback\n"
    return text


def formatwarning(message, category, filename, lineno, line=None):
    """The text that is shown for a warning."""
    return _text_of(WarningMessage(message, category, filename, lineno, line=line))


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, by default sys.stderr. A program may put its own function in its place."""
    _write(WarningMessage(message, category, filename, lineno, file, line))


_own_formatwarning = formatwarning
_own_showwarning = showwarning


def _formatted(msg):
    if formatwarning is not _own_formatwarning:
        return formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    return _text_of(msg)


def _write(msg):
    file = sys.stderr if msg.file is None else msg.file
    if file is None:
        return
    try:
        file.write(_formatted(msg))
    except OSError:
        pass


def _showwarnmsg(msg):
    if showwarning is _own_showwarning:
        return _write(msg)
    if not callable(showwarning):
        raise TypeError("warnings.showwarning() must be set to a function or method")
    showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


# --- filters ---

def _check(action, lineno):
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def _pattern(text, flags):
    if not text:
        return None
    import re
    return re.compile(text, re.I if flags else 0)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a filter; message (in any case) and module are regular expressions for the beginning."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    _check(action, lineno)
    _add((action, _pattern(message, True), category, _pattern(module, False), lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for all texts and modules."""
    _check(action, lineno)
    _add((action, None, category, None, lineno), append)


def _add(row, append):
    if not append:
        if row in filters:
            filters.remove(row)
        filters.insert(0, row)
    elif row not in filters:
        filters.append(row)
    _filters_mutated()


def resetwarnings():
    """Takes all filters away."""
    filters[:] = []
    _filters_mutated()


class catch_warnings:
    """Within a with statement, changes of the filters and of showwarning last to its end.

    record=True: warnings are not shown but collected in the list that `as` gives.
    """

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._filters = module.filters
        module.filters = self._filters[:]
        module._filters_mutated()
        self._showwarning = module.showwarning
        self._shower = module._showwarnmsg
        log = None
        if self._record:
            log = []
            module.showwarning = module._own_showwarning
            module._showwarnmsg = log.append
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        module = self._module
        module.filters = self._filters
        module._filters_mutated()
        module.showwarning = self._showwarning
        module._showwarnmsg = self._shower


# --- deprecated ---

class deprecated:
    """Decorator: calling the function, or making an instance or a subclass of the class, warns with this message."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        if self.category is None:
            arg.__deprecated__ = self.message
            return arg
        if isinstance(arg, type):
            return self._class(arg)
        if callable(arg):
            return self._function(arg)
        raise TypeError("@deprecated decorator with non-None category must be applied to "
                        f"a class or callable, not {arg!r}")

    def _warn(self):
        warn(self.message, category=self.category, stacklevel=self.stacklevel + 2)

    def _function(self, function):
        def wrapper(*args, **kwargs):
            self._warn()
            return function(*args, **kwargs)

        for name in ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__"):
            try:
                setattr(wrapper, name, getattr(function, name))
            except AttributeError:
                pass
        wrapper.__dict__.update(getattr(function, "__dict__", {}))
        wrapper.__wrapped__ = function
        function.__deprecated__ = wrapper.__deprecated__ = self.message
        return wrapper

    def _class(self, cls):
        make, prepare = cls.__new__, cls.__init_subclass__

        def __new__(actual, /, *args, **kwargs):
            if actual is cls:
                self._warn()
            if make is not object.__new__:
                return make(actual, *args, **kwargs)
            if cls.__init__ is object.__init__ and (args or kwargs):
                raise TypeError(f"{cls.__name__}() takes no arguments")
            return make(actual)

        def __init_subclass__(*args, **kwargs):
            self._warn()
            return inner(*args, **kwargs)

        cls.__new__ = staticmethod(__new__)
        inner = getattr(prepare, "__func__", prepare)
        own_hook = hasattr(prepare, "__func__")
        cls.__init_subclass__ = classmethod(__init_subclass__) if own_hook else __init_subclass__
        cls.__deprecated__ = self.message
        return cls
