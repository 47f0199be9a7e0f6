# Sums, chains and displays with very many terms: computed, or refused with an exception.
# skip-mode: stress a collection at every step of something this big takes hours
def attempt(name, source):
    try:
        result = eval(source)
    except (RecursionError, MemoryError) as e:
        print(name, type(e).__name__)
    else:
        print(name, result)
attempt("1000 terms", "+".join(["1"] * 1000))  # expect: 1000 terms 1000
attempt("million terms", "+".join(["1"] * 1_000_000))  # expect: million terms RecursionError
attempt("million strings", "'a' " * 1_000_000 + "== 'a' * 1000000")  # expect: million strings True
attempt("100000 comparisons", "<".join(map(str, range(100_000))))  # expect: 100000 comparisons True
attempt("100000 ands", " and ".join(["1"] * 100_000))  # expect: 100000 ands 1
attempt("100000 ors", " or ".join(["0"] * 100_000))  # expect: 100000 ors 0
attempt("100000 items", "len([" + "1," * 100_000 + "])")  # expect: 100000 items 100000
attempt("100000 names", "len([" + "len," * 100_000 + "])")  # expect: 100000 names 100000
attempt("100000 pairs", "len({" + ",".join(f"{i}: 0" for i in range(100_000)) + "})")  # expect: 100000 pairs 100000
attempt("100000 in set", "len({" + ",".join(map(str, range(100_000))) + "})")  # expect: 100000 in set 100000
attempt("100000 in tuple", "len((" + "None," * 100_000 + "))")  # expect: 100000 in tuple 100000
attempt("100000 arguments", "max(" + ",".join(map(str, range(100_000))) + ")")  # expect: 100000 arguments 99999
attempt("100000 starred", "len([" + "*(1, 2)," * 50_000 + "])")  # expect: 100000 starred 100000
attempt("10000 parts", "len(f'" + "{1}x" * 10_000 + "')")  # expect: 10000 parts 20000
