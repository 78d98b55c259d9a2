"""Duplicates: whoever keeps the directory there merges; the SPIP tells of one."""

# fmt: off
ROWS = {
    #                                 N C E M L K H T P R A
    "duplicates.index":               "> x x x + + x x x x x",
    "duplicates.merge":               "> x x x + + - - - - x",
    "duplicates.merged":              "> x x x + + x x x x x",
    "duplicates.merges":              "> x x x + + x x x x x",
    "duplicates.of_organization":     "> + + + + + x x - - x",
    "duplicates.of_site":             "> + + + + + x x - - x",
    "duplicates.preview_merge":       "> x x x + + - - - - x",
    "duplicates.propose_again":       "> x x x + + - - - - x",
    "duplicates.report_organization": "> + + + + + x x - - x",
    "duplicates.report_site":         "> + + + + + x x - - x",
    "duplicates.show":                "> x x x + + - - - - x",
    "duplicates.split":               "> x x x + + x x x x x",
    "duplicates.tell_distinct":       "> x x x + + - - - - x",
}
# fmt: on
