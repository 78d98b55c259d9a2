"""A part of two forms: for whom one looks, as the directory and the network ask it alike."""

from flask_wtf import FlaskForm
from wtforms import BooleanField

from app.fields.chosen import one_of
from models.codes.offer import Gender
from search.engine import Audience


class WhomFields(FlaskForm):
    """Their names are those of the link one shares."""

    pour = one_of(Gender, "Pour", among=(Gender.MEN, Gender.WOMEN))
    enfants = BooleanField("Avec un enfant")
    mineur = BooleanField("Personne mineure")
    pmr = BooleanField("Accessible aux fauteuils, ou à vérifier")
    bracelet = BooleanField("Bracelet possible ou à vérifier")

    def audience(self) -> Audience:
        """Whom a place is sought for."""
        return Audience(
            gender=self.pour.data,
            with_children=self.enfants.data,
            is_minor=self.mineur.data,
            needs_pmr=self.pmr.data,
            wears_tag=self.bracelet.data,
        )
