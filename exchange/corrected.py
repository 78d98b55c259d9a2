"""What a file of lines to correct adds to the columns that the file they came from had.

Brought back, it is read as that file: these columns are ours, and say nothing of a partner.
"""

LINE, PART = "Ligne d'origine", "Feuille d'origine"
REASON, NEAREST = "À corriger", "Valeur la plus proche"
ADDED = frozenset({LINE, PART, REASON, NEAREST})
# The same in a file of objects.
REASON_OF_OBJECT = "a_corriger"
# Where a line keeps the whole object it was read from: no heading is called so.
WHOLE = "{}"
