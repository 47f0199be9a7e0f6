# string: constants, capwords, Template, Formatter.
import string
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, repr(string.punctuation), repr(string.whitespace), len(string.printable))
# expect: abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 0123456789abcdefABCDEF 01234567 '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~' ' \t\n\r\x0b\x0c' 100
print(string.capwords("  hello   wORLD x"), string.capwords("a-bc-d", "-"))  # expect: Hello World X A-Bc-D
T = string.Template
t = T("$who likes ${what}s for $$5 $_a1")
err(lambda: t.substitute(who="tim", what="kung pao", _a1=3))  # expect: tim likes kung paos for $5 3
err(lambda: t.substitute({"who": "x", "what": "y", "_a1": 1}, who="z"))  # expect: z likes ys for $5 1
err(lambda: t.substitute(who="tim"))  # expect: KeyError: 'what'
err(lambda: t.safe_substitute(who="tim"))  # expect: tim likes ${what}s for $5 $_a1
err(lambda: T("a $").substitute())  # expect: ValueError: Invalid placeholder in string: line 1, col 3
err(lambda: T("a\nb $1 c").substitute())  # expect: ValueError: Invalid placeholder in string: line 2, col 3
err(lambda: T("${bad").substitute(bad=1))  # expect: ValueError: Invalid placeholder in string: line 1, col 1
err(lambda: T("$ ${} ${x y} $1 $ok$").safe_substitute(ok="yes"))  # expect: $ ${} ${x y} $1 yes$
print(t.is_valid(), T("$ ").is_valid(), t.get_identifiers(), T("$a $b $a").get_identifiers(), t.template)
# expect: True False ['who', 'what', '_a1'] ['a', 'b'] $who likes ${what}s for $$5 $_a1
class P(T):
    delimiter = "%%"
print(P("%%a %%{b} %%%% $c").substitute(a=1, b=2), T("$A$é").safe_substitute(A="x"))  # expect: 1 2 %% $c x$é
f = string.Formatter()
err(lambda: f.format("{} {} {x!r:>5} {0}", 1, 2, x="a"))
# expect: ValueError: cannot switch from manual field specification to automatic field numbering
err(lambda: f.format("{} {} {x!r:>5} {y.real} {l[1]} {d[k]}", 1, 2, x="a", y=5, l=[1, 2], d={"k": "v"}))  # expect: 1 2   'a' 5 2 v
err(lambda: f.format("{0} {1:{w}} {{}}", 1, 2, w=4))  # expect: 1    2 {}
err(lambda: f.format("{0} {}", 1))  # expect: ValueError: cannot switch from manual field specification to automatic field numbering
err(lambda: f.format("{a"))  # expect: ValueError: expected '}' before end of string
err(lambda: f.format("}"))  # expect: ValueError: Single '}' encountered in format string
err(lambda: f.format("{0!x}", 1))  # expect: ValueError: Unknown conversion specifier x
err(lambda: f.format("{q}"))  # expect: KeyError: 'q'
err(lambda: f.format("{}"))  # expect: IndexError: tuple index out of range
print(list(f.parse("a{b!r:c}d{{e}}")), list(f.parse("")), list(f.parse("{}{x[{]}")))
# expect: [('a', 'b', 'c', 'r'), ('d{', None, None, None), ('e}', None, None, None)] [] [('', '', '', None), ('', 'x[{]', '', None)]
class Default(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, "?") if isinstance(key, str) else super().get_value(key, args, kwargs)
    def check_unused_args(self, used, args, kwargs):
        print(sorted(used, key=str), len(args))
print(Default().format("{a} {b} {0}", 1, 2, a="A"))
# expect: [0, 'a', 'b'] 2
# expect: A ? 1
