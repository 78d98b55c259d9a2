"""What everybody sees, signed in or not, and what says nothing of anybody."""

# fmt: off
ROWS = {
    #                      N C E M L K H T P R A
    "appearance.choose":   "+ + + + + + + + + + +",
    "health.show":         "+ + + + + + + + + + +",
    "static":              "- - - - - - - - - - -",
    "home.index":          "> + + + + + + + + + +",
    "basemap.style":       "> + + + + + + + + + +",
    "basemap.tile":        "> + + + + + + + + + +",
    "geocode.geocode":     "> + + + + + + + + + +",
    "geocode.reverse":     "> + + + + + + + + + +",
    "geocode.suggestions": "> + + + + + + + + + +",
    "mail.index":          "> x x x x x x x x x +",
}
# fmt: on
