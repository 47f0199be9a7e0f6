# A small text game driven by input lines.
# stdin: look
# stdin: go north
# stdin: take lamp
# stdin: go nowhere
# stdin: take moon
# stdin: go south
# stdin: inventory
# stdin: dance
# stdin: quit
class Quit(Exception): pass
class Game:
    rooms = {"hall": ("A dusty hall.", {"north": "attic"}, {"key"}), "attic": ("A dark attic.", {"south": "hall"}, {"lamp"})}
    def __init__(self): self.at, self.bag, self.turns = "hall", set(), 0
    def do_look(self):
        text, exits, things = self.rooms[self.at]
        return f"{text} Exits: {', '.join(sorted(exits))}. Here: {', '.join(sorted(things)) or 'nothing'}."
    def do_go(self, where):
        exits = self.rooms[self.at][1]
        if where not in exits: return f"You cannot go {where}."
        self.at = exits[where]
        return self.do_look()
    def do_take(self, what):
        things = self.rooms[self.at][2]
        try: things.remove(what)
        except KeyError as e: return f"There is no {e.args[0]} here."
        self.bag.add(what)
        return f"Taken: {what}."
    def do_inventory(self): return "You carry " + (" and ".join(sorted(self.bag)) or "nothing") + "."
    def do_quit(self): raise Quit(self.turns)
    def play(self):
        while True:
            self.turns += 1
            verb, *rest = input("> ").split()
            action = getattr(self, "do_" + verb, None)
            print(action(*rest) if action else f"I do not know how to {verb}.")
try: Game().play()
# expect: > A dusty hall. Exits: north. Here: key.
# expect: > A dark attic. Exits: south. Here: lamp.
# expect: > Taken: lamp.
# expect: > You cannot go nowhere.
# expect: > There is no moon here.
# expect: > A dusty hall. Exits: north. Here: key.
# expect: > You carry lamp.
# expect: > I do not know how to dance.
except Quit as q: print("bye after", q.args[0], "turns")  # expect: > bye after 9 turns
