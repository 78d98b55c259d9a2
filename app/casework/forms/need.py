"""What is looked for: a family, its kinds, how far, how long."""

from typing import Any

from wtforms import ValidationError

from app.fields import Whole, one_of, several_of
from models.codes.housing import HousingType
from models.codes.offer import Family
from models.codes.services import CareType, CourseType, EmployerType, SupportType
from models.codes.tig import TigActivity

KINDS = {
    Family.TIG: "kinds_tig",
    Family.LOGEMENT: "kinds_housing",
    Family.EMPLOI_FORMATION: "kinds_job",
    Family.SANTE: "kinds_care",
    Family.STAGE: "kinds_course",
}


class NeedFields:
    """One need; the kinds of other families are ignored."""

    family = one_of(Family, "Ce qui est recherché", required="Choisissez ce qui est recherché.")
    kinds_tig = several_of(TigActivity, "Activités")
    kinds_housing = several_of(HousingType, "Types de logement")
    kinds_job = several_of(EmployerType, "Types d'employeur ou de formation")
    kinds_care = several_of(CareType, "Types de lieu de soins")
    kinds_course = several_of(CourseType, "Stages")
    kinds_support = several_of(SupportType, "Démarches")
    radius_km = Whole(
        "Rayon autour du domicile, en km",
        1,
        200,
        "Le rayon doit être un nombre entier de km, de 1 à 200.",
        required="Écrivez un rayon, de 1 à 200 km.",
        default=20,
    )
    max_travel_min = Whole(
        "Trajet le plus long, en minutes",
        5,
        240,
        "Le trajet doit être un nombre entier de minutes, de 5 à 240.",
    )
    stay_days = Whole(
        "Durée du séjour, en jours", 1, 1095, "La durée doit être un nombre de jours, de 1 à 1 095."
    )

    def validate_stay_days(self, field: Whole) -> None:
        """A bed is held for a known number of nights."""
        if field.data is None and not field.errors and self.family.data is Family.LOGEMENT:
            raise ValidationError("Écrivez la durée du séjour, par exemple 90 jours.")

    @property
    def is_tig(self) -> bool:
        """Whether a TIG post is looked for."""
        return self.family.data is Family.TIG

    def need(self) -> dict[str, Any]:
        """The need as `actions.add_need` takes it."""
        family = self.family.data
        kinds = getattr(self, KINDS.get(family, "kinds_support")).data or []
        stay = self.stay_days.data if family is Family.LOGEMENT else None
        return {
            "family": family,
            "kinds": [kind.value for kind in kinds],
            "radius_km": self.radius_km.data,
            "max_travel_min": self.max_travel_min.data,
            "stay_days": stay,
        }
