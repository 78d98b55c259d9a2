"""`python3 -m setup COMMAND`: what the Makefile calls."""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Maillage demande Python 3.11 ou plus récent : "
        "la commande python3 de cette machine est plus ancienne."
    )

from setup.commands import main

sys.exit(main(sys.argv[1:]))
