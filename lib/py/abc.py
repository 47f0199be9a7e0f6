"""Abstract base classes: classes that say what their subclasses must implement.

ABCMeta is written in C (_abc); here is what goes with it.
"""
from _abc import ABCMeta, get_cache_token, _settle_abstract


def abstractmethod(funcobj):
    """Mark a method that a subclass must implement before it can be instantiated.

        class C(metaclass=ABCMeta):
            @abstractmethod
            def method(self): ...
    """
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Deprecated: use classmethod above abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """Deprecated: use staticmethod above abstractmethod."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """Deprecated: use property above abstractmethod."""

    __isabstractmethod__ = True


def update_abstractmethods(cls):
    """Find out anew which methods of a class are abstract, after some were added to it; gives the class."""
    if hasattr(cls, '__abstractmethods__'):
        _settle_abstract(cls)
    return cls


class ABC(metaclass=ABCMeta):
    """A base class for those who would rather not write metaclass=ABCMeta."""

    __slots__ = ()
