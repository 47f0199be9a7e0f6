# A NameError in a traceback names what was probably meant.
value = 1
velue = value
print(valeu)  # expect error: NameError: name 'valeu' is not defined. Did you mean: 'value'?
