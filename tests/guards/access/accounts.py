"""Accounts: an administrator's, but for one's own and for the guest of an invitation."""

# fmt: off
ROWS = {
    #                               N C E M L K H T P R A
    "accounts.accept_invitation":   "+ + + + + + + + + + +",
    "accounts.add_membership":      "> x x x x x x x x x +",
    "accounts.create_unit":         "> x x x x x x x x x +",
    "accounts.deactivate":          "> x x x x x x x x x +",
    "accounts.edit":                "> x x x x x x x x x +",
    "accounts.edit_unit":           "> x x x x x x x x x +",
    "accounts.index":               "> x x x x x x x x x +",
    "accounts.invite":              "> x x x x x x x x x +",
    "accounts.journal":             "> x x x x x x x x x +",
    "accounts.me":                  "> + + + + + + + + + +",
    "accounts.new_invitation":      "> x x x x x x x x x +",
    "accounts.new_unit":            "> x x x x x x x x x +",
    "accounts.open_account":        "+ + + + + + + + + + +",
    "accounts.organizations":       "> x x x x x x x x x +",
    "accounts.overview":            "> x x x x x x x x x +",
    "accounts.reactivate":          "> x x x x x x x x x +",
    "accounts.remove_membership":   "> x x x x x x x x x +",
    "accounts.reset_second_factor": "> x x x x x x x x x +",
    "accounts.show":                "> x x x x x x x x x +",
    "accounts.units":               "> x x x x x x x x x +",
    "accounts.update":              "> x x x x x x x x x +",
    "accounts.update_unit":         "> x x x x x x x x x +",
}
# fmt: on
