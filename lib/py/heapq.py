"""Lists as heaps: the least item is first, and putting in and taking out cost the logarithm of the length.

The heap itself is written in C (_heapq); here is what is built on it.
"""
from _heapq import _heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop, heapreplace

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    """An iterator over the items of several sorted iterables, in order. Of equal items those of the first iterable come first."""
    fix, take, replace = (_heapify_max, _heappop_max, _heapreplace_max) if reverse else (heapify, heappop, heapreplace)
    direction = -1 if reverse else 1
    heap = []  # of [key, number of the iterable, item, function for the next item]
    for order, iterable in enumerate(iterables):
        advance = iter(iterable).__next__
        try:
            item = advance()
        except StopIteration:
            continue
        heap.append([item if key is None else key(item), order * direction, item, advance])
    fix(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                item, advance = entry[2], entry[3]
                yield item
                entry[2] = item = advance()
                entry[0] = item if key is None else key(item)
                replace(heap, entry)
        except StopIteration:
            take(heap)
    if heap:
        _, _, item, advance = heap[0]
        yield item
        yield from advance.__self__


def _best(n, iterable, key, reverse):
    """The first n of sorted(iterable, key=key, reverse=reverse): the n best so far are kept in a heap with the worst of them first."""
    it = iter(iterable)
    step = -1 if reverse else 1
    best = []  # of (key, order, item)
    for order, item in zip(range(0, n * step, step), it):
        best.append((item if key is None else key(item), order, item))
    if not best:
        return []
    fix, replace = (heapify, heapreplace) if reverse else (_heapify_max, _heapreplace_max)
    fix(best)
    worst = best[0][0]
    order = n * step
    for item in it:
        value = item if key is None else key(item)
        if worst < value if reverse else value < worst:
            replace(best, (value, order, item))
            worst = best[0][0]
            order += step
    best.sort(reverse=reverse)
    return [item for value, order, item in best]


def _select(n, iterable, key, reverse):
    if n == 1:
        nothing = object()
        item = (max if reverse else min)(iterable, default=nothing, key=key)
        return [] if item is nothing else [item]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=reverse)[:n]
    return _best(n, iterable, key, reverse)


def nsmallest(n, iterable, key=None):
    """The n least items, in order: as sorted(iterable, key=key)[:n]."""
    return _select(n, iterable, key, False)


def nlargest(n, iterable, key=None):
    """The n greatest items, in falling order: as sorted(iterable, key=key, reverse=True)[:n]."""
    return _select(n, iterable, key, True)
