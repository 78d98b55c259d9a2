"""The search of the directory: names of fields are those of the link one shares."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, ValidationError

from app.directory.forms.places import Unplaced, locate
from app.extensions import db
from app.fields import Day, Line, Whole, one_of, several_of
from app.filters import short_day
from models.base import today
from models.codes.offer import AdmissionChannel, Band, Family, Gender, Weekday
from search.engine import Audience, Place, SearchRequest, Window
from search.geocoder.inside import Inside, commune_in
from search.geocoder.place import Place as Found
from search.geocoder.place import PlaceKind

RADIUS_KM = 20
RADIUS = "Écrivez un rayon de 1 à 200 km."
NO_CODES: frozenset[str] = frozenset()


class SearchForm(FlaskForm):
    """Sent by GET: nothing of it is secret, nothing of it is kept."""

    class Meta:
        csrf = False

    mots = Line("Que cherchez-vous ?", 200)
    commune = Line("Commune ou code postal", 120)
    rayon = Whole("Rayon (km)", 1, 200, RADIUS)
    famille = one_of(Family, "Famille")
    pour = one_of(Gender, "Pour", among=(Gender.MEN, Gender.WOMEN))
    enfants = BooleanField("Avec un enfant")
    animal = BooleanField("Avec un animal")
    mineur = BooleanField("Personne mineure")
    bracelet = BooleanField("Bracelet possible ou à vérifier")
    pmr = BooleanField("Accessible aux fauteuils, ou à vérifier")
    jours = several_of(Weekday, "Jours")
    moments = several_of(Band, "Moments")
    admission = several_of(AdmissionChannel, "Comment y entrer")
    libre = BooleanField("Une place libre aujourd'hui")
    du = Day("Libre du")
    au = Day("Au")
    recent = BooleanField("Confirmé récemment")
    sans_siao = BooleanField("Sans les places qui passent par le SIAO")
    tel_quel = BooleanField("Ne lire aucune commune dans les mots")

    found: Found | None = None
    town: Inside | None = None
    near: list[str] = []

    def validate_commune(self, field: Line) -> None:
        """A name that is no place, or several places, is refused with what it may be."""
        if not field.data or field.errors:
            return
        try:
            self.found = locate(field.data)
        except Unplaced as refusal:
            self.near = refusal.near
            raise

    def validate_tel_quel(self, field: BooleanField) -> None:
        """Not a mistake: without a commune of its own, the text may name one."""
        if self.mots.data and not self.commune.data and not field.data:
            self.read_as(commune_in(db.session, self.mots.data))

    def read_as(self, town: Inside | None) -> None:
        """Look around the commune the words name, or read every word as a word."""
        self.town = town
        self.found = town.place if town else None

    def validate_au(self, field: Day) -> None:
        """The last day comes after the first."""
        if field.data and self.du.data and field.data < self.du.data:
            raise ValidationError(f"La fin doit être après le début ({short_day(self.du.data)}).")

    @property
    def words(self) -> str:
        """What is looked for, without the commune it named."""
        return self.town.rest if self.town else self.mots.data or ""

    @property
    def radius_km(self) -> int:
        """In kilometres; twenty unless said."""
        return self.rayon.data or RADIUS_KM

    @property
    def window(self) -> Window | None:
        """The days on which a place must be free; one day alone is both ends."""
        if self.libre.data:
            return Window(today(), today())
        first, last = self.du.data or self.au.data, self.au.data or self.du.data
        return Window(first, last) if first and last else None

    @property
    def place(self) -> Place | None:
        """Around where; a département is no point."""
        found = self.found
        if found is None or found.lon is None or found.lat is None:
            return None
        if found.kind is PlaceKind.DEPARTMENT:
            return None
        return Place(found.lon, found.lat, found.label)

    def audience(self) -> Audience:
        """For whom."""
        return Audience(
            gender=self.pour.data,
            with_children=self.enfants.data,
            with_animal=self.animal.data,
            is_minor=self.mineur.data,
            needs_pmr=self.pmr.data,
            wears_tag=self.bracelet.data,
        )

    def request(
        self, *, types: frozenset[str] = NO_CODES, after: str | None = None
    ) -> SearchRequest:
        """What to ask of the search engine."""
        around = self.place
        department = self.found.department_code if self.found and not around else None
        return SearchRequest(
            words=self.words,
            whole=self.mots.data or "" if self.town else "",
            place=around,
            radius_km=float(self.radius_km),
            department_code=department,
            families=frozenset({self.famille.data} if self.famille.data else ()),
            type_codes=types,
            audience=self.audience(),
            days=frozenset(self.jours.data or ()),
            bands=frozenset(self.moments.data or ()),
            admissions=frozenset(self.admission.data or ()),
            free_in=self.window,
            is_fresh=self.recent.data,
            with_siao=not self.sans_siao.data,
            after=after,
        )
