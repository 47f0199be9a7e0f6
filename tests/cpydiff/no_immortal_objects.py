# skip: not yet as CPython does it
"""
category: memory
description: every object is counted, None, True, small ints and interned strings too
cause: CPython 3.12 made them immortal and stopped counting; a textbook's E = 26; K = 26; Z = [26, 26] then shows nothing
workaround: none is needed; a program that compares counts of these objects with CPython 3.12 or later sees other numbers
"""
# python: no
import sys
rc = sys.getrefcount
before = rc(201)
E = 201
print(rc(201) - before)  # expect: 0
K = 201
print(rc(201) - before)  # expect: 0
Z = [201, 201]
print(rc(201) - before)  # expect: 0
del Z
print(rc(201) - before)  # expect: 0
del K, E
print(rc(201) - before)  # expect: 0
before = rc(None)
many = [None] * 1000
print(rc(None) - before)  # expect: 0
del many
print(rc(None) - before)  # expect: 0
before = rc(True)
yes = [True, 1 < 2, not 0]
print(rc(True) - before)  # expect: 0
before = rc("counted")
name = "counted"
print(rc("counted") - before)  # expect: 1
before = rc(())
empty = tuple([])
print(rc(()) - before, rc(int) < 10000)  # expect: 0 False
