"""What we ask of Flask-Security; addresses are French, templates are ours."""

import datetime as dt

SETTINGS = {
    "SECURITY_LOGIN_URL": "/connexion",
    "SECURITY_LOGOUT_URL": "/deconnexion",
    "SECURITY_RESET_URL": "/mot-de-passe-oublie",
    "SECURITY_CHANGE_URL": "/mon-compte/mot-de-passe",
    "SECURITY_VERIFY_URL": "/mon-compte/confirmer",
    "SECURITY_TWO_FACTOR_SETUP_URL": "/mon-compte/application",
    "SECURITY_TWO_FACTOR_TOKEN_VALIDATION_URL": "/connexion/code",
    "SECURITY_TWO_FACTOR_RESCUE_URL": "/connexion/aide",
    "SECURITY_TWO_FACTOR_SELECT_URL": "/connexion/choix",
    "SECURITY_MULTI_FACTOR_RECOVERY_URL": "/connexion/code-de-secours",
    "SECURITY_MULTI_FACTOR_RECOVERY_CODES_URL": "/mon-compte/codes-de-secours",
    "SECURITY_TWO_FACTOR_POST_SETUP_VIEW": "security.mf_recovery_codes",
    "SECURITY_POST_CHANGE_VIEW": "accounts.me",
    "SECURITY_STATIC_FOLDER": None,
    "SECURITY_CLI_USERS_NAME": "",
    "SECURITY_CLI_ROLES_NAME": "",
    "SECURITY_RECOVERABLE": True,
    "SECURITY_CHANGEABLE": True,
    "SECURITY_TRACKABLE": False,
    "SECURITY_TWO_FACTOR": True,
    "SECURITY_TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
    "SECURITY_TWO_FACTOR_AUTHENTICATOR_VALIDITY": 30,
    "SECURITY_TWO_FACTOR_RESCUE_EMAIL": False,
    "SECURITY_MULTI_FACTOR_RECOVERY_CODES": True,
    "SECURITY_TOTP_ISSUER": "Maillage",
    "SECURITY_RETURN_GENERIC_RESPONSES": True,
    "SECURITY_API_ENABLED_METHODS": ["session"],
    "SECURITY_JOIN_USER_ROLES": False,
    "SECURITY_FRESHNESS": dt.timedelta(minutes=30),
    "SECURITY_FRESHNESS_GRACE_PERIOD": dt.timedelta(minutes=10),
    "SECURITY_RESET_PASSWORD_WITHIN": dt.timedelta(hours=2),
    # Addresses are stored in lower case: comparing lower(email) would leave the index unused.
    "SECURITY_USER_IDENTITY_ATTRIBUTES": [
        {"email": {"mapper": lambda text: text, "case_insensitive": False}}
    ],
    "SECURITY_PASSWORD_SCHEMES": ["argon2"],
    "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {
        "argon2__memory_cost": 19_456,
        "argon2__time_cost": 2,
        "argon2__parallelism": 1,
    },
    "SECURITY_EMAIL_HTML": False,
    "SECURITY_EMAIL_SUBJECT_PASSWORD_RESET": "Choisir un nouveau mot de passe",
    "SECURITY_EMAIL_SUBJECT_PASSWORD_NOTICE": "Votre mot de passe a été changé",
    "SECURITY_EMAIL_SUBJECT_PASSWORD_CHANGE_NOTICE": "Votre mot de passe a été changé",
    "SECURITY_EMAIL_TEMPLATE_PASSWORD_RESET": "emails/reset_password",
    "SECURITY_EMAIL_TEMPLATE_PASSWORD_RESET_NOTICE": "emails/password_changed",
    "SECURITY_EMAIL_TEMPLATE_PASSWORD_CHANGE_NOTICE": "emails/password_changed",
}
