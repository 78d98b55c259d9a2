"""The search of the directory: names of fields are those of the link one shares."""

from dataclasses import replace

from wtforms import BooleanField, ValidationError

from app.directory.forms.around import AroundFields
from app.extensions import db
from app.fields import Day, Line, one_of, several_of
from app.fields.forms import WhomFields
from app.filters import short_day
from models.base import today
from models.codes.languages import Language
from models.codes.offer import AdmissionChannel, Band, Cost, Family, Weekday
from models.codes.people import AcceptedMeasure
from search.engine import Audience, SearchRequest, Window
from search.geocoder.inside import Inside, commune_in

NO_CODES: frozenset[str] = frozenset()
TWO_PERIODS = "Effacez ces dates, ou décochez « Une place libre aujourd'hui » : l'un ou l'autre."
OVER = "Ces jours sont passés : choisissez une période qui finit aujourd'hui ou plus tard."


class SearchForm(AroundFields, WhomFields):
    """Sent by GET: nothing of it is secret, nothing of it is kept."""

    class Meta:
        csrf = False

    mots = Line("Que cherchez-vous ?", 200)
    famille = one_of(Family, "Famille")
    couple = BooleanField("En couple")
    animal = BooleanField("Avec un animal")
    mesure = several_of(AcceptedMeasure, "Mesure")
    jours = several_of(Weekday, "Jours")
    moments = several_of(Band, "Moments")
    admission = several_of(AdmissionChannel, "Comment y entrer")
    langue = several_of(Language, "Langue parlée")
    cout = several_of(Cost, "Coût")
    sans_conduire = BooleanField("Sans devoir conduire")
    libre = BooleanField("Une place libre aujourd'hui")
    du = Day("Libre du")
    au = Day("Au")
    recent = BooleanField("Confirmé récemment")
    sans_siao = BooleanField("Sans les places qui passent par le SIAO")
    tel_quel = BooleanField("Ne lire aucune commune dans les mots")
    mot_a_mot = BooleanField("Ne lire aucun public dans les mots")

    town: Inside | None = None

    def validate_tel_quel(self, field: BooleanField) -> None:
        """Not a mistake: without a commune of its own, the text may name one."""
        if self.mots.data and self.may_name_a_town:
            self.read_as(commune_in(db.session, self.mots.data))

    @property
    def may_name_a_town(self) -> bool:
        """Whether the words are the only place where a commune may be said."""
        is_placed = self.commune.data or self.site.data or self.zone.data
        return not is_placed and not self.tel_quel.data

    def read_as(self, town: Inside | None) -> None:
        """Look around the commune the words name, or read every word as a word."""
        self.town = town
        self.found = town.place if town else None

    def validate_du(self, field: Day) -> None:
        """One period at a time; days that are over answer nobody."""
        last = self.au.data or field.data
        if last and self.libre.data:
            raise ValidationError(TWO_PERIODS)
        if last and last < today():
            raise ValidationError(OVER)

    def validate_au(self, field: Day) -> None:
        """The last day comes after the first."""
        if field.data and self.du.data and field.data < self.du.data:
            raise ValidationError(f"La fin doit être après le début ({short_day(self.du.data)}).")

    @property
    def words(self) -> str:
        """What is looked for, without the commune it named."""
        return self.town.rest if self.town else self.mots.data or ""

    @property
    def window(self) -> Window | None:
        """The days to come on which a place must be free; one day alone is both ends."""
        if self.libre.data:
            return Window(today(), today())
        first, last = self.du.data or self.au.data, self.au.data or self.du.data
        return Window(max(first, today()), last) if first and last else None

    def audience(self) -> Audience:
        """For whom; a couple or an animal is asked about here alone."""
        told = super().audience()
        return replace(told, is_couple=self.couple.data, with_animal=self.animal.data)

    def request(
        self, *, types: frozenset[str] = NO_CODES, after: str | None = None
    ) -> SearchRequest:
        """What to ask of the search engine."""
        return SearchRequest(
            words=self.words,
            whole=self.mots.data or "" if self.town else "",
            **self.where(),
            families=frozenset({self.famille.data} if self.famille.data else ()),
            type_codes=types,
            audience=self.audience(),
            measures=frozenset(self.mesure.data or ()),
            days=frozenset(self.jours.data or ()),
            bands=frozenset(self.moments.data or ()),
            admissions=frozenset(self.admission.data or ()),
            languages=frozenset(self.langue.data or ()),
            costs=frozenset(self.cout.data or ()),
            with_driving=not self.sans_conduire.data,
            free_in=self.window,
            is_fresh=self.recent.data,
            with_siao=not self.sans_siao.data,
            after=after,
        )
