# The innermost entry of a traceback is where the error happened.
class Account:
    def __init__(self, balance): self.balance = balance
    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError("only %d left" % self.balance)  # expect error: ValueError: only 30 left
        self.balance -= amount
account = Account(50)
account.withdraw(20)
print(account.balance)  # expect: 30
account.withdraw(40)
