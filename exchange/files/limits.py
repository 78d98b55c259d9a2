"""How much of a file we accept to read, and the sentences that say so."""

from exchange.rows import Refused

MEGABYTE = 1_000_000
MOST_BYTES = 300 * MEGABYTE
MOST_UNPACKED = 600 * MEGABYTE
MOST_ROWS = 1_000_000
MOST_COLUMNS = 300
# A line of text, or a text inside a JSON or XML file, in bytes near enough.
MOST_LINE = 1_000_000
MOST_CELLS = 60_000_000
# What a parser of XML keeps: tags until a row ends, those of the table of a workbook's texts (some
# four a text), and the bytes of what is read at once.
MOST_TAGS, MOST_TAGS_OF_TEXTS = 1_000_000, 6_000_000
MOST_WHOLE = 50 * MEGABYTE

TOO_MANY_ROWS = "Ce fichier a plus de 1 000 000 de lignes : découpez-le en plusieurs fichiers."
TOO_WIDE = (
    f"Ce fichier a plus de {MOST_COLUMNS} colonnes remplies : "
    "ne gardez que celles qui décrivent les partenaires."
)
TOO_MANY_CELLS = (
    "Cette feuille est presque vide mais immense : "
    "copiez les lignes remplies dans un nouveau classeur."
)
BOMB = (
    "Ce fichier compressé se déplie à l'excès : il n'est pas ouvert. "
    "Enregistrez le tableau de nouveau, sans images."
)


def weighed(size: int) -> None:
    """Refuse what is empty or too heavy; `size` in bytes."""
    if not size:
        raise Refused("Ce fichier est vide.")
    if size > MOST_BYTES:
        raise Refused(
            f"Ce fichier pèse {size // MEGABYTE} Mo, c'est trop : {MOST_BYTES // MEGABYTE} Mo au "
            "plus. Découpez-le en plusieurs fichiers."
        )
