"""The favourites and notes of one's unit."""

# fmt: off
ROWS = {
    #                                 N C E M L K H T P R A
    "favourites.add":                 "> + + + + + x x x x x",
    "favourites.confirm_remove_note": "> + - + + + x x x x x",
    "favourites.create_note":         "> + + + + + x x x x x",
    "favourites.index":               "> + + + + + x x x x x",
    "favourites.new_note":            "> + + + + + x x x x x",
    "favourites.remove":              "> + + + + + x x x x x",
    "favourites.remove_note":         "> + - + + + x x x x x",
}
# fmt: on
