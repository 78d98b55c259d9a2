"""Signing in and out. What is closed here only asks to sign in first."""

# fmt: off
ROWS = {
    #                                       N C E M L K H T P R A
    "security.change_password":             "> + + + + + + + + + +",
    "security.forgot_password":             "+ + + + + + + + + + +",
    "security.login":                       "+ + + + + + + + + + +",
    "security.logout":                      "> + + + + + + + + + +",
    "security.mf_recovery":                 "+ + + + + + + + + + +",
    "security.mf_recovery_codes":           "> + + + + + + + + + +",
    "security.reset_password":              "+ + + + + + + + + + +",
    "security.tf_select":                   "> + + + + + + + + + +",
    "security.two_factor_rescue":           "+ + + + + + + + + + +",
    "security.two_factor_setup":            "> + + + + + + + + + +",
    "security.two_factor_setup_validate":   "> + + + + + + + + + +",
    "security.two_factor_token_validation": "+ + + + + + + + + + +",
    "security.verify":                      "> + + + + + + + + + +",
}
# fmt: on
