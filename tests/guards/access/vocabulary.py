"""Words of the search: a coordinator proposes, another one or an administrator accepts."""

# fmt: off
ROWS = {
    #                     N C E M L K H T P R A
    "vocabulary.accept":  "> x x x x + x x x x +",
    "vocabulary.index":   "> x x x x + x x x x +",
    "vocabulary.propose": "> x x x x + x x x x x",
    "vocabulary.remove":  "> x x x x + x x x x +",
}
# fmt: on
