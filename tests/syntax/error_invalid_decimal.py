# A number that runs into a name.
price = 5euros  # expect error: SyntaxError: invalid decimal literal
