# Generators as a processing pipeline, with cleanup and two-way traffic.
LINES = ["2024-01-01 INFO start", "2024-01-01 ERROR disk full", "", "2024-01-02 WARN slow", "# comment", "2024-01-02 ERROR net down", "garbage"]
log = []
def source(lines):
    log.append("open")
    try: yield from lines
    finally: log.append("close")
def cleaned(lines):
    for line in lines:
        if line and not line.startswith("#"): yield line
def parsed(lines):
    for line in lines:
        try: date, level, text = line.split(" ", 2)
        except ValueError: log.append("skip " + line)
        else: yield {"date": date, "level": level, "text": text}
def level(records, wanted): return (r for r in records if r["level"] == wanted)
print([r["text"] for r in level(parsed(cleaned(source(LINES))), "ERROR")], log)
# expect: ['disk full', 'net down'] ['open', 'skip garbage', 'close']
log.clear()
first = next(level(parsed(cleaned(source(LINES))), "WARN"))
print(first, log)  # expect: {'date': '2024-01-02', 'level': 'WARN', 'text': 'slow'} ['open', 'close']
def chunks(items, n):
    chunk = []
    for x in items:
        chunk.append(x)
        if len(chunk) == n:
            yield chunk
            chunk = []
    if chunk: yield chunk
def window(items, n):
    seen = ()
    for x in items:
        seen = (seen + (x,))[-n:]
        if len(seen) == n: yield seen
def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try: yield next(it)
            except StopIteration: its.remove(it)
print(list(chunks(range(7), 3)), list(window("abcd", 2)), "".join(interleave("ace", "bd", "")))
# expect: [[0, 1, 2], [3, 4, 5], [6]] [('a', 'b'), ('b', 'c'), ('c', 'd')] abcde
def averager():
    total = count = 0
    average = None
    while True:
        x = yield average
        if x is None: return total, count
        total, count = total + x, count + 1
        average = total / count
def collect(results):
    while True: results.append((yield from averager()))
results = []
c = collect(results)
next(c)
for group in ((1, 2, 3, None), (10, None)):
    for x in group: c.send(x)
c.close()
print(results)  # expect: [(6, 3), (10, 1)]
def scheduler(tasks):
    tasks = dict(enumerate(tasks))
    while tasks:
        for k in list(tasks):
            try: yield k, next(tasks[k])
            except StopIteration as e:
                yield k, "done " + str(e.value)
                del tasks[k]
def task(n):
    for i in range(n): yield i
    return n * 10
print(list(scheduler([task(1), task(3)])))  # expect: [(0, 0), (1, 0), (0, 'done 10'), (1, 1), (1, 2), (1, 'done 30')]
