# f-strings: expressions, conversions, format specifications, braces.
name, n, x = "World", 42, 3.14159
print(f"Hello {name}! {n + 1}")  # expect: Hello World! 43
print(f"{name!r} {name!s} {'é'!a}")  # expect: 'World' World '\xe9'
print(f"{n:5}|{n:<5}|{n:^5}|{n:05}|{n:+}|{n:x}|{n:#b}|{n:,}")  # expect:    42|42   | 42  |00042|+42|2a|0b101010|42
print(f"{x:.2f} {x:8.3f} {x:e} {x:g} {x:%}")  # expect: 3.14    3.142 3.141590e+00 3.14159 314.159000%
print(f"{name:>8}|{name:*^9}|{name:.3}|{name!r:10}|")  # expect:    World|**World**|Wor|'World'   |
print(f"{{}} {{{n}}} }}{{")  # expect: {} {42} }{
width, prec = 10, 3
print(f"{x:{width}.{prec}}|{x:{width}.{prec - 1}f}|{name:{'>'}{width}}")  # expect:       3.14|      3.14|     World
print(f"{n=} {n = } {x=:.1f} {name=!s} {n + 1=}")  # expect: n=42 n = 42 x=3.1 name=World n + 1=43
print(f"{'nested ' + f'{n}'} {f'{f'{n}'}'}")  # expect: nested 42 42
d = {"k": [1, 2]}
print(f"{d['k'][0]} {d["k"][1]}")  # expect: 1 2
print(f"{(lambda y: y * 2)(4)} {[i for i in range(3)]} { {1: 2}[1] } {n if n else 0}")  # expect: 8 [0, 1, 2] 2 42
print(f"a" "b" f"{n}" "{n}")  # expect: ab42{n}
print(rf"\d{n}", f"\x41{n}\n{n}")
# expect: \d42 A42
# expect: 42
print(f'''{
    n
    + 1
}''')  # expect: 43
print(f"{n!r:>5}", f"{None}", f"{True:d}", f"{(1, 2)}")  # expect:    42 None 1 (1, 2)
print(f"{n:{'d' if n else 'x'}}", f"{'a' 'b'}", f"{n,}", f"{*[1, 2],}")  # expect: 42 ab (42,) (1, 2)
print(f"{(y := 5)} {y}", f"{n:=5}", f"{'x':{'='}^{5}}")  # expect: 5 5    42 ==x==
print(f"", f"{''}", f"{n}"[0], f"{x!r}" == repr(x))  # expect:   4 True
print(f"{1 == 1} {1 != 2} {2 >= 1}", f"{n #comment
}")  # expect: True True True 42
