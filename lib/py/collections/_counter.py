"""Counter: a dict of things to how often they were counted."""
from _collections import _count_elements


def _is_mapping(o):
    if isinstance(o, dict):
        return True
    if not hasattr(o, 'items'):
        return False
    from collections.abc import Mapping
    return isinstance(o, Mapping)


class Counter(dict):
    """Counts things: Counter('abca') is {'a': 2, 'b': 1, 'c': 1}.

    What was never counted has the count 0. Counts may be any numbers, negative ones too; the operators + - & | keep positive ones only.
    """

    __module__ = 'collections'

    def __init__(self, iterable=None, /, **kwds):
        """From the items of an iterable, from a mapping of things to counts, or from keyword arguments."""
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        """The count of what was never counted."""
        return 0

    def total(self):
        """The sum of all counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """A list of (thing, count) by falling count; with n, the first n of it."""
        pairs = sorted(self.items(), key=_count_of, reverse=True)
        return pairs if n is None else pairs[:max(n, 0)]

    def elements(self):
        """An iterator over the things, each as often as it was counted."""
        for thing, count in self.items():
            for _ in range(count):
                yield thing

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Count more: the items of an iterable, or counts of a mapping, are added."""
        if iterable is not None:
            if not _is_mapping(iterable):
                _count_elements(self, iterable)
            elif self:
                get = self.get
                for thing, count in iterable.items():
                    self[thing] = count + get(thing, 0)
            else:
                super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """As update, but counts are taken off; they may become negative."""
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for thing, count in iterable.items():
                    self[thing] = get(thing, 0) - count
            else:
                for thing in iterable:
                    self[thing] = get(thing, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A new counter with the same counts."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, key):
        """Forget a thing; one that was never counted is no error."""
        if key in self:
            super().__delitem__(key)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            counts = dict(self.most_common())
        except TypeError:
            counts = dict(self)
        return f'{self.__class__.__name__}({counts!r})'

    # Comparisons: a thing that is in only one of them counts 0 in the other.

    def _all(self, other, test):
        return all(test(self[key], other[key]) for both in (self, other) for key in both)

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._all(other, lambda a, b: a == b)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._all(other, lambda a, b: a <= b)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._all(other, lambda a, b: a >= b)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    # Operators: new counters with the positive results.

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive([(key, count + other[key]) for key, count in self.items()],
                         [(key, count) for key, count in other.items() if key not in self])

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive([(key, count - other[key]) for key, count in self.items()],
                         [(key, 0 - count) for key, count in other.items() if key not in self])

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive([(key, max(count, other[key])) for key, count in self.items()],
                         [(key, count) for key, count in other.items() if key not in self])

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return _positive([(key, min(other[key], count)) for key, count in self.items()])

    def __pos__(self):
        return _positive(self.items())

    def __neg__(self):
        return _positive([(key, 0 - count) for key, count in self.items()])

    # The same in place.

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for key, count in other.items():
            if count > self[key]:
                self[key] = count
        return self._keep_positive()

    def __iand__(self, other):
        for key, count in self.items():
            if other[key] < count:
                self[key] = other[key]
        return self._keep_positive()


def _count_of(pair):
    return pair[1]


def _positive(*parts):
    result = Counter()
    for pairs in parts:
        for key, count in pairs:
            if count > 0:
                result[key] = count
    return result
