# Accounts with checks, history and exceptions of their own.
class BankError(Exception): pass
class InsufficientFunds(BankError):
    def __init__(self, account, needed):
        super().__init__(f"{account.owner} needs {needed} more")
        self.needed = needed
class Account:
    interest = 0
    def __init__(self, owner, balance=0):
        self.owner, self._balance, self.history = owner, balance, []
    @property
    def balance(self): return self._balance
    def deposit(self, amount):
        if amount <= 0: raise ValueError("deposit must be positive")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self
    def withdraw(self, amount):
        if amount > self._balance: raise InsufficientFunds(self, amount - self._balance)
        self._balance -= amount
        self.history.append(("withdraw", amount))
        return self
    def __repr__(self): return f"{type(self).__name__}({self.owner!r}, {self.balance})"
    def __lt__(self, other): return self.balance < other.balance
class Savings(Account):
    interest = 0.05
    def year(self): return self.deposit(self._balance * self.interest)
def transfer(a, b, amount):
    try: a.withdraw(amount)
    except InsufficientFunds as e: return f"failed: {e} ({e.needed})"
    else: b.deposit(amount)
    finally: log.append((a.owner, b.owner, amount))
    return "ok"
log = []
ann, bob = Account("Ann", 100), Savings("Bob", 1000)
print(ann.deposit(50).withdraw(30), ann.history)  # expect: Account('Ann', 120) [('deposit', 50), ('withdraw', 30)]
print(transfer(ann, bob, 100), transfer(ann, bob, 100), ann, bob)
# expect: ok failed: Ann needs 80 more (80) Account('Ann', 20) Savings('Bob', 1100)
print(bob.year(), log, sorted([bob, ann]), max(ann, bob))
# expect: Savings('Bob', 1155.0) [('Ann', 'Bob', 100), ('Ann', 'Bob', 100)] [Account('Ann', 20), Savings('Bob', 1155.0)] Savings('Bob', 1155.0)
for bad in (lambda: ann.deposit(-5), lambda: ann.withdraw(10 ** 6)):
    try: bad()
    except (BankError, ValueError) as e: print(type(e).__name__, e)
    # expect: ValueError deposit must be positive
    # expect: InsufficientFunds Ann needs 999980 more
try: ann.balance = 5
except AttributeError as e: print(e)  # expect: property 'balance' of 'Account' object has no setter
