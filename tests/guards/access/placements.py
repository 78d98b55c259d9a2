"""Following a request and a stay: the unit of the case."""

# fmt: off
ROWS = {
    #                                 N C E M L K H T P R A
    "placements.answer":              "> + - + - - x x - - -",
    "placements.cancel":              "> + - + - - x x - - -",
    "placements.confirm_cancel":      "> + - + - - x x - - -",
    "placements.create_confirmation": "> + - + - - x x - - -",
    "placements.edit":                "> + - + - - x x - - -",
    "placements.edit_dates":          "> + - + - - x x - - -",
    "placements.enter_hours":         "> + - + - - x x - - -",
    "placements.move_dates":          "> + - + - - x x - - -",
    "placements.new_answer":          "> + - + - - x x - - -",
    "placements.new_confirmation":    "> + - + - - x x - - -",
    "placements.new_hours":           "> + - + - - x x - - -",
    "placements.orientation":         "> + - + - - x x - - -",
    "placements.resume":              "> + - + - - x x - - -",
    "placements.send":                "> + - + - - x x - - -",
    "placements.show":                "> + - + - - x x - - -",
    "placements.update":              "> + - + - - x x - - -",
    "placements.validate":            "> + - + - - x x - - -",
}
# fmt: on
