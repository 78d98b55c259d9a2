"""The portal: the host and its tutor. Staff may write down what they heard by telephone."""

# fmt: off
ROWS = {
    #                         N C E M L K H T P R A
    "portal.accept":          "> - - - - - + + - - -",
    "portal.announce":        "> x x x x x + + - - x",
    "portal.certify":         "> - - - - - + + - - -",
    "portal.disclosure":      "> - - - - - + + - - -",
    "portal.enter_hours":     "> - - - - - + + - - -",
    "portal.hours":           "> x x x x x + + + x x",
    "portal.inbox":           "> x x x x x + + + x x",
    "portal.index":           "> x x x x x + + + x x",
    "portal.name_supervisor": "> - - - - - + + - - -",
    "portal.open_disclosure": "> - - - - - + + - - -",
    "portal.placement":       "> - - - - - + + - - -",
    "portal.record":          "> + + + + + + + - - x",
    "portal.refuse":          "> - - - - - + + - - -",
    "portal.remove_hours":    "> - - - - - + + - - -",
    "portal.report":          "> + + + + + + + - - x",
    "portal.report_absence":  "> - - - - - + + - - -",
    "portal.report_incident": "> - - - - - + + - - -",
    "portal.resize":          "> + + + + + + + - - x",
    "portal.resume_post":     "> x x x x x + + - - x",
    "portal.send_code":       "> - - - - - + + - - -",
    "portal.show":            "> - - - - - + + - - -",
    "portal.suspend_post":    "> x x x x x + + - - x",
    "portal.waitlist":        "> - - - - - + + - - -",
    "portal.withdraw":        "> - - - - - + + - - -",
}
# fmt: on
