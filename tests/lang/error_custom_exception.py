# An exception of one's own is reported by its qualified name and text.
class ShopError(Exception):
    def __init__(self, item, why):
        self.item = item
        super().__init__(f"{item}: {why}")
class Shop:
    class Empty(ShopError): pass
    def buy(self, item):
        raise self.Empty(item, "sold out")  # expect error: Shop.Empty: tea: sold out
Shop().buy("tea")
