"""The network: counts for all staff, offers one by one for the SPIP and the administrator."""

# fmt: off
ROWS = {
    #                          N C E M L K H T P R A
    "network.attention":       "> + + + + + x x x x +",
    "network.attention_heard": "> + + + + + x x x x x",
    "network.attention_list":  "> + + + + + x x x x +",
    "network.coverage":        "> + + + + + x x x + +",
    "network.coverage_export": "> + + + + + x x x + +",
    "network.coverage_tile":   "> + + + + + x x x + +",
    "network.coverage_unmet":  "> + + + + + x x x + +",
    "network.export":          "> + + + + + x x x x +",
    "network.index":           "> + + + + + x x x + +",
    "network.offers":          "> + + + + + x x x x +",
    "network.tile":            "> + + + + + x x x + +",
    "network.totals":          "> + + + + + x x x + +",
    "network.totals_export":   "> + + + + + x x x + +",
}
# fmt: on
