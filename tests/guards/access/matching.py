"""Finding and holding a place for a need: the unit of the case."""

# fmt: off
ROWS = {
    #                N C E M L K H T P R A
    "matching.hold": "> + - + x x x x x x x",
    "matching.new":  "> + - + x x x x x x x",
    "matching.show": "> + - + x x x x x x x",
}
# fmt: on
