# A tokenizer, a recursive-descent parser and an evaluator for arithmetic.
class CalcError(Exception): pass
def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace(): i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(text) and (text[j].isdigit() or text[j] == "."): j += 1
            yield "number", float(text[i:j]) if "." in text[i:j] else int(text[i:j])
            i = j
        elif c.isalpha():
            j = i
            while j < len(text) and text[j].isalnum(): j += 1
            yield "name", text[i:j]
            i = j
        elif c in "+-*/%^()=":
            yield c, c
            i += 1
        else: raise CalcError(f"bad character {c!r} at {i}")
    yield "end", None
class Parser:
    def __init__(self, text, names): self.it, self.names = tokens(text), names; self.step()
    def step(self): self.kind, self.value = next(self.it)
    def take(self, *kinds):
        if self.kind in kinds:
            value = self.value
            self.step()
            return value
    def expect(self, kind):
        if self.kind != kind: raise CalcError(f"expected {kind}, got {self.kind}")
        self.step()
    def statement(self):
        value = self.sum()
        if self.kind != "end": raise CalcError(f"unexpected {self.kind}")
        return value
    def sum(self):
        value = self.product()
        while op := self.take("+", "-"): value = value + self.product() if op == "+" else value - self.product()
        return value
    def product(self):
        value = self.power()
        while op := self.take("*", "/", "%"):
            right = self.power()
            value = value * right if op == "*" else value / right if op == "/" else value % right
        return value
    def power(self):
        base = self.atom()
        return base ** self.power() if self.take("^") else base
    def atom(self):
        if self.take("-"): return -self.power()
        if self.take("("):
            value = self.sum()
            self.expect(")")
            return value
        if self.kind == "number": return self.take("number")
        if self.kind == "name":
            name = self.take("name")
            if name not in self.names: raise CalcError(f"unknown {name}")
            return self.names[name]
        raise CalcError(f"unexpected {self.kind}")
def calc(text, **names):
    try: return Parser(text, names).statement()
    except (CalcError, ZeroDivisionError) as e: return f"{type(e).__name__}: {e}"
for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 / 4 - 1", "7 % 4 + .5", "x * (y - 1)", "((((5))))"):
    print(text, "=", calc(text, x=6, y=8))
    # expect: 1 + 2 * 3 = 7
    # expect: (1 + 2) * 3 = 9
    # expect: 2 ^ 3 ^ 2 = 512
    # expect: -2 ^ 2 = -4
    # expect: 10 / 4 - 1 = 1.5
    # expect: 7 % 4 + .5 = 3.5
    # expect: x * (y - 1) = 42
    # expect: ((((5)))) = 5
for text in ("1 +", "(1", "1 $ 2", "1 / 0", "z", "1 2", ")", ""):
    print(repr(text), calc(text))
    # expect: '1 +' CalcError: unexpected end
    # expect: '(1' CalcError: expected ), got end
    # expect: '1 $ 2' CalcError: bad character '$' at 2
    # expect: '1 / 0' ZeroDivisionError: division by zero
    # expect: 'z' CalcError: unknown z
    # expect: '1 2' CalcError: unexpected number
    # expect: ')' CalcError: unexpected )
    # expect: '' CalcError: unexpected end
