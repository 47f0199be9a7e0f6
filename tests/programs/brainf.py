# An interpreter for a very small language, and a machine with registers.
def run(program, data=""):
    jumps, stack = {}, []
    for i, c in enumerate(program):
        if c == "[": stack.append(i)
        elif c == "]":
            j = stack.pop()
            jumps[i], jumps[j] = j, i
    tape, at, pc, out, data = [0] * 100, 0, 0, [], iter(data)
    while pc < len(program):
        c = program[pc]
        if c == ">": at += 1
        elif c == "<": at -= 1
        elif c == "+": tape[at] = (tape[at] + 1) % 256
        elif c == "-": tape[at] = (tape[at] - 1) % 256
        elif c == ".": out.append(chr(tape[at]))
        elif c == ",": tape[at] = ord(next(data, "\0"))
        elif c == "[" and not tape[at] or c == "]" and tape[at]: pc = jumps[pc]
        pc += 1
    return "".join(out)
print(run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."))
# expect: Hello World!
print(run(",[.,]", "echo"), run("++++++[>++++++++<-]>." + "+." * 9))  # expect: echo 0123456789
class Machine:
    def __init__(self): self.reg = dict.fromkeys("abcd", 0)
    def value(self, x): return self.reg[x] if x in self.reg else int(x)
    def execute(self, source):
        code = [line.split() for line in source.strip().splitlines()]
        pc = steps = 0
        while pc < len(code):
            steps += 1
            op, x, *y = code[pc]
            method = getattr(self, "do_" + op, None)
            if method is None: raise ValueError(f"line {pc + 1}: {op}?")
            pc += method(x, *y) or 1
        return self.reg, steps
    def do_set(self, x, y): self.reg[x] = self.value(y)
    def do_add(self, x, y): self.reg[x] += self.value(y)
    def do_mul(self, x, y): self.reg[x] *= self.value(y)
    def do_jnz(self, x, y): return self.value(y) if self.value(x) else 1
print(Machine().execute("set a 10\nset b 1\nmul b a\nadd a -1\njnz a -2"))
# expect: ({'a': 0, 'b': 3628800, 'c': 0, 'd': 0}, 32)
try: Machine().execute("set a 1\nfly a")
except ValueError as e: print(e)  # expect: line 2: fly?
