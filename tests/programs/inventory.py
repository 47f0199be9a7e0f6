# Records in dicts and lists: grouping, totals, formatted table.
STOCK = [("bolt", "metal", 120, 0.25), ("plank", "wood", 40, 3.5), ("nut", "metal", 300, 0.1), ("dowel", "wood", 75, 0.8), ("glue", None, 12, 4.99)]
items = [dict(zip(("name", "kind", "count", "price"), row)) for row in STOCK]
groups = {}
for item in items: groups.setdefault(item["kind"] or "other", []).append(item)
print(f"{'item':<8}|{'kind':^7}|{'count':>6}|{'value':>9}")  # expect: item    | kind  | count|    value
print("-" * 33)  # expect: ---------------------------------
for kind in sorted(groups):
    for item in sorted(groups[kind], key=lambda i: i["count"] * i["price"], reverse=True):
        print(f"{item['name']:<8}|{kind:^7}|{item['count']:>6}|{item['count'] * item['price']:>9.2f}")
        # expect: bolt    | metal |   120|    30.00
        # expect: nut     | metal |   300|    30.00
        # expect: glue    | other |    12|    59.88
        # expect: plank   | wood  |    40|   140.00
        # expect: dowel   | wood  |    75|    60.00
total = sum(i["count"] * i["price"] for i in items)
print(f"{'total':<8}|{'':7}|{sum(i['count'] for i in items):>6,}|{total:>9,.2f}")
# expect: total   |       |   547|   319.88
def update(name, **changes):
    for item in items:
        if item["name"] == name:
            item.update({k: v for k, v in changes.items() if k in item})
            return item
    raise KeyError(name)
print(update("nut", count=0, colour="red"), [i["name"] for i in items if not i["count"]])
# expect: {'name': 'nut', 'kind': 'metal', 'count': 0, 'price': 0.1} ['nut']
try: update("screw", count=1)
except KeyError as e: print("no", e)  # expect: no 'screw'
print({k: round(sum(i["price"] for i in v) / len(v), 3) for k, v in groups.items()}, max(items, key=lambda i: i["price"])["name"])
# expect: {'metal': 0.175, 'wood': 2.15, 'other': 4.99} glue
print([*map(lambda i: "%(name)s x%(count)03d" % i, items)][:2], any(i["kind"] is None for i in items), sorted({i["kind"] or "" for i in items}))
# expect: ['bolt x120', 'plank x040'] True ['', 'metal', 'wood']
