"""The name of a saved search, and whether to be told of what appears."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, ValidationError

from app.fields import Line

NAME_MOST = 80


class SavedSearchForm(FlaskForm):
    """`taken`: the names the account gave already."""

    name = Line(
        "Nom de la recherche",
        NAME_MOST,
        required="Donnez un nom à cette recherche.",
        description="Vous seul le lirez. N'y écrivez aucun nom de personne.",
    )
    is_watched = BooleanField(
        "M'avertir quand il y a du nouveau",
        description="Une offre qui apparaît, ou qui a de nouveau une place libre :"
        " dans « Recherches et favoris », et par un courriel par jour au plus.",
    )

    taken: frozenset[str] = frozenset()

    def validate_name(self, field: Line) -> None:
        """One name, one search."""
        if field.data in self.taken:
            raise ValidationError("Une autre de vos recherches porte déjà ce nom.")
