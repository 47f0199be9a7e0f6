# A NameError in a traceback names what was probably meant.
# skip: not yet as CPython does it
value = 1
velue = value
print(valeu)  # expect error: NameError: name 'valeu' is not defined. Did you mean: 'value'?
