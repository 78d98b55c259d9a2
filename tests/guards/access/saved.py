"""One's own searches. The letter that stops one is opened without signing in."""

# fmt: off
ROWS = {
    #                      N C E M L K H T P R A
    "saved.choose_mail":   "> + + + + + x x x x +",
    "saved.choose_recent": "> + + + + + x x x x +",
    "saved.clear_recent":  "> + + + + + x x x x +",
    "saved.confirm_stop":  "+ + + + + + + + + + +",
    "saved.create":        "> + + + + + x x x x +",
    "saved.delete":        "> + - - - - x x x x -",
    "saved.edit":          "> + - - - - x x x x -",
    "saved.index":         "> + + + + + x x x x +",
    "saved.new":           "> + + + + + x x x x +",
    "saved.see":           "> + - - - - x x x x -",
    "saved.show":          "> + - - - - x x x x -",
    "saved.stop":          "+ + + + + + + + + + +",
    "saved.update":        "> + - - - - x x x x -",
}
# fmt: on
