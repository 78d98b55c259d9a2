"""What Flask-Security says to people, in our words."""

WRONG = "Adresse électronique ou mot de passe incorrect."
OVER = "Ce lien n'est plus valable. Demandez-en un nouveau."

_TEXTS = {
    "GENERIC_AUTHN_FAILED": (WRONG, "error"),
    "USER_DOES_NOT_EXIST": (WRONG, "error"),
    "DISABLED_ACCOUNT": (WRONG, "error"),
    "INVALID_PASSWORD": ("Le mot de passe est incorrect.", "error"),
    "INVALID_EMAIL_ADDRESS": ("Écrivez une adresse complète : nom@domaine.fr.", "error"),
    "EMAIL_NOT_PROVIDED": ("Indiquez votre adresse électronique.", "error"),
    "PASSWORD_NOT_PROVIDED": ("Indiquez votre mot de passe.", "error"),
    "RETYPE_PASSWORD_MISMATCH": ("Les deux mots de passe sont différents.", "error"),
    "PASSWORD_IS_THE_SAME": ("Choisissez un mot de passe différent du précédent.", "error"),
    "PASSWORD_CHANGE": ("Votre mot de passe est changé.", "success"),
    "PASSWORD_RESET_REQUEST": (
        "Si cette adresse a un compte, un courriel vient de lui être envoyé pour choisir"
        " un nouveau mot de passe.",
        "info",
    ),
    "PASSWORD_RESET_EXPIRED": (OVER, "error"),
    "INVALID_RESET_PASSWORD_TOKEN": (OVER, "error"),
    "PASSWORD_RESET_NO_LOGIN": ("Votre mot de passe est changé. Connectez-vous.", "success"),
    "REAUTHENTICATION_REQUIRED": ("Confirmez votre mot de passe pour continuer.", "info"),
    "REAUTHENTICATION_SUCCESSFUL": ("Votre mot de passe est confirmé.", "info"),
    "UNAUTHENTICATED": ("Connectez-vous pour ouvrir cette page.", "info"),
    "UNAUTHORIZED": ("Vous n'avez pas accès à cette page.", "error"),
    "API_ERROR": ("La demande est arrivée incomplète. Recommencez.", "error"),
    "INVALID_CODE": ("Le code est incorrect.", "error"),
    "INVALID_RECOVERY_CODE": ("Ce code de secours est incorrect ou a déjà servi.", "error"),
    "NO_RECOVERY_CODES_SETUP": ("Vous n'avez pas encore de codes de secours.", "info"),
    "TWO_FACTOR_INVALID_TOKEN": (
        "Ce code est incorrect ou a expiré. Tapez celui que l'application affiche maintenant.",
        "error",
    ),
    "TWO_FACTOR_LOGIN_SUCCESSFUL": ("Vous êtes connecté.", "success"),
    "TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL": (
        "L'application est enregistrée : son code vous sera demandé à chaque connexion.",
        "success",
    ),
    "TWO_FACTOR_PERMISSION_DENIED": ("Recommencez la connexion depuis le début.", "error"),
    "TWO_FACTOR_METHOD_NOT_AVAILABLE": ("Ce choix n'existe pas.", "error"),
    "TWO_FACTOR_SETUP_EXPIRED": ("Ce code-barres a expiré. En voici un nouveau.", "error"),
}
MESSAGES = {f"SECURITY_MSG_{key}": text for key, text in _TEXTS.items()}
