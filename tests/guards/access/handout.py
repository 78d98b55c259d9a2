"""The sheet for the person. No site of the sample case is confidential: nothing to open."""

# fmt: off
ROWS = {
    #                     N C E M L K H T P R A
    "handout.offer":      "> + + + + + + + - - +",
    "handout.offer_open": "> x x x x x x x - - x",
    "handout.offer_pdf":  "> + + + + + + + - - +",
    "handout.stay":       "> + - + - - x x - - -",
    "handout.stay_open":  "> x - x - - x x - - -",
    "handout.stay_pdf":   "> + - + - - x x - - -",
}
# fmt: on
