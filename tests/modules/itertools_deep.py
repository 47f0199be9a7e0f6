# itertools: iterators on iterators on ... are an exception, not a crash; their destruction neither. (CPython crashes.)
# python: no
# skip-mode: stress a collection at every step of something this big takes hours
import itertools
def deep(make):
    it = iter([1])
    for i in range(200000):
        it = make(it)
    try:
        print(next(it))
    except RecursionError:
        print("too deep")
    del it
deep(itertools.chain)  # expect: too deep
deep(lambda it: itertools.islice(it, 5))  # expect: too deep
deep(lambda it: itertools.takewhile(bool, it))  # expect: too deep
deep(lambda it: itertools.zip_longest(it))  # expect: too deep
deep(lambda it: itertools.tee(itertools.chain(it))[1])  # expect: too deep
deep(lambda it: itertools.groupby(it))  # expect: too deep
deep(itertools.pairwise)  # expect: too deep
