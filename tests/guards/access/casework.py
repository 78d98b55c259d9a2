"""Cases: the counsellors and managers of the unit. Nobody else knows that they exist."""

# fmt: off
ROWS = {
    #                           N C E M L K H T P R A
    "casework.close":           "> + - + x x x x x x x",
    "casework.confirm_close":   "> + - + x x x x x x x",
    "casework.create":          "> + + + x x x x x x x",
    "casework.create_measure":  "> + - + x x x x x x x",
    "casework.create_need":     "> + - + x x x x x x x",
    "casework.create_plan":     "> + - + x x x x x x x",
    "casework.edit":            "> + - + x x x x x x x",
    "casework.edit_identity":   "> + - + x x x x x x x",
    "casework.index":           "> + + + x x x x x x x",
    "casework.lift_zone":       "> + - + x x x x x x x",
    "casework.new":             "> + + + x x x x x x x",
    "casework.new_measure":     "> + - + x x x x x x x",
    "casework.new_need":        "> + - + x x x x x x x",
    "casework.new_plan":        "> + - + x x x x x x x",
    "casework.people":          "> + + + x x x x x x x",
    "casework.search":          "> + + + x x x x x x x",
    "casework.set_pillars":     "> + - + x x x x x x x",
    "casework.show":            "> + - + x x x x x x x",
    "casework.update":          "> + - + x x x x x x x",
    "casework.update_identity": "> + - + x x x x x x x",
}
# fmt: on
