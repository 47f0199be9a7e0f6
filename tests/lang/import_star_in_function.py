# import * is refused inside functions.
def f():
    from math import *  # expect error: SyntaxError: import * only allowed at module level
