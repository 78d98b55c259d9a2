"""The formats that are read, what each is called, and the source its rows are kept under."""

from models.base import Code
from models.codes.organization import Source


class Kind(Code):
    """What a file is."""

    DATA_INCLUSION = "DATA_INCLUSION", "data·inclusion v1"
    FINESS = "FINESS", "extrait FINESS"
    LES_EMPLOIS = "LES_EMPLOIS", "employeurs de l'insertion (les emplois de l'inclusion)"
    SERVICE_PUBLIC = "SERVICE_PUBLIC", "annuaire de l'administration"
    SPIP = "SPIP", "liste des SPIP et de leurs antennes"
    HSDS = "HSDS", "HSDS 3.1"
    SPREADSHEET = "SPREADSHEET", "tableau libre"

    @property
    def source(self) -> Source:
        """The source of the records that come from such a file."""
        return Source.REFERENCE if self is Kind.SPIP else Source(self.value)
