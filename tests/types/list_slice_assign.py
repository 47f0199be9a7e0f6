# Assigning to and deleting slices, plain and extended.
def new(): return list(range(8))
l = new(); l[2:5] = ["a"]; print(l)  # expect: [0, 1, 'a', 5, 6, 7]
l = new(); l[2:2] = [1, 2, 3]; print(l)  # expect: [0, 1, 1, 2, 3, 2, 3, 4, 5, 6, 7]
l = new(); l[:] = "xyz"; print(l)  # expect: ['x', 'y', 'z']
l = new(); l[5:2] = ["in"]; print(l)  # expect: [0, 1, 2, 3, 4, 'in', 5, 6, 7]
l = new(); l[100:] = [9]; print(l)  # expect: [0, 1, 2, 3, 4, 5, 6, 7, 9]
l = new(); l[-3:-1] = []; print(l)  # expect: [0, 1, 2, 3, 4, 7]
l = new(); l[::2] = "abcd"; print(l)  # expect: ['a', 1, 'b', 3, 'c', 5, 'd', 7]
l = new(); l[::-1] = range(8); print(l)  # expect: [7, 6, 5, 4, 3, 2, 1, 0]
l = new(); l[1:6:3] = [10, 40]; print(l)  # expect: [0, 10, 2, 3, 40, 5, 6, 7]
l = new(); l[2:4] = l; print(l)  # expect: [0, 1, 0, 1, 2, 3, 4, 5, 6, 7, 4, 5, 6, 7]
l = new(); l[::1] = [1]; print(l)  # expect: [1]
l = new(); del l[2:4]; print(l)  # expect: [0, 1, 4, 5, 6, 7]
l = new(); del l[::2]; print(l)  # expect: [1, 3, 5, 7]
l = new(); del l[::-3]; print(l)  # expect: [0, 2, 3, 5, 6]
l = new(); del l[6:2:-2]; print(l)  # expect: [0, 1, 2, 3, 5, 7]
l = new(); del l[:]; print(l)  # expect: []
l = new(); del l[5:2]; print(l)  # expect: [0, 1, 2, 3, 4, 5, 6, 7]
l = new(); del l[-100:2]; print(l)  # expect: [2, 3, 4, 5, 6, 7]
l = new(); l[3:5] = (x * x for x in (7, 8, 9)); print(l)  # expect: [0, 1, 2, 49, 64, 81, 5, 6, 7]
l = new(); l[10:0:-1] = list("1234567"); print(l)  # expect: [0, '7', '6', '5', '4', '3', '2', '1']
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def a(): l[::2] = [1]
err(a)  # expect: ValueError: attempt to assign sequence of size 1 to extended slice of size 4
def b(): l[1:3] = 5
err(b)  # expect: TypeError: must assign iterable to extended slice
def c(): l[::0] = [1]
err(c)  # expect: ValueError: slice step cannot be zero
def d(): l[::2] = 5
err(d)  # expect: TypeError: must assign iterable to extended slice
def e(): l["a":"b"] = [1]
err(e)  # expect: TypeError: slice indices must be integers or None or have an __index__ method
def f(): l[::-1] = [1, 2]
err(f)  # expect: ValueError: attempt to assign sequence of size 2 to extended slice of size 8
l = [1, 2, 3]
l[1:2] += [8, 9]
print(l)  # expect: [1, 2, 8, 9, 3]
l[:0] = [0]; l[len(l):] = [99]
print(l)  # expect: [0, 1, 2, 8, 9, 3, 99]
