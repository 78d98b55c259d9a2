"""Imports: the coordinator of the territory."""

# fmt: off
ROWS = {
    #                         N C E M L K H T P R A
    "imports.apply":          "> x x x x + x x x x x",
    "imports.columns":        "> x x x x + x x x x x",
    "imports.confirm_undo":   "> x x x x + x x x x x",
    "imports.corrections":    "> x x x x + x x x x x",
    "imports.correct":        "> x x x x + x x x x x",
    "imports.create":         "> x x x x + x x x x x",
    "imports.decide":         "> x x x x + x x x x x",
    "imports.drop":           "> x x x x + x x x x x",
    "imports.index":          "> x x x x + x x x x x",
    "imports.line":           "> x x x x + x x x x x",
    "imports.new":            "> x x x x + x x x x x",
    "imports.progress":       "> x x x x + x x x x x",
    "imports.read_corrected": "> x x x x + x x x x x",
    "imports.resume":         "> x x x x + x x x x x",
    "imports.show":           "> x x x x + x x x x x",
    "imports.undo":           "> x x x x + x x x x x",
    "imports.update_columns": "> x x x x + x x x x x",
}
# fmt: on
