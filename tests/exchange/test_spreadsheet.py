"""A département's own table: columns by name and content, lines strict, partners gathered."""

from typing import Any

import pytest

from exchange.kinds import Kind
from exchange.rows import Refused
from models.codes.housing import HousingType
from models.codes.offer import Cost, Family, Gender
from tests.exchange.reading import opened, read

TABLE = """Nos partenaires ;;;
Nom de la strcture;N° SIRET;Tél.;Mél;CP;Ville;Type;Public;Tarif;Nombre de places;Horaires
Foyer des Quais;77931148900040;472000000;accueil@exemple.fr;69002;Lyon;chrs;Hommes;gratuit;12;\
Lundi 9h-12h
"""


def test_columns_are_understood_by_their_names_accents_and_typos_aside(tmp_path):
    reading = opened(tmp_path, TABLE)

    assert reading.kind is Kind.SPREADSHEET
    assert list(reading.mapping.values()) == [
        *("name", "siret", "phone", "email", "postal_code", "city"),
        *("kind", "audience", "cost", "places", "hours"),
    ]


def test_a_line_gives_a_partner_its_place_and_its_offer(tmp_path):
    (row,), faults = read(tmp_path, TABLE)

    assert not faults
    assert row.line == 3
    assert row.partner.organization.phone == "+33472000000"
    assert (row.partner.site.city, row.partner.site.hours) == ("Lyon", "Mo 09:00-12:00")
    (offer,) = row.partner.offers
    assert (offer.family, offer.kind) == (Family.LOGEMENT, HousingType.CHRS)
    assert (offer.gender, offer.cost, offer.places) == (Gender.MEN, Cost.FREE, 12)


def test_columns_without_a_telling_name_are_understood_by_what_they_hold(tmp_path):
    table = (
        "Nom;a;b;c;d;e\n"
        "Foyer;77931148900040;04 72 00 00 00;69002;accueil@exemple.fr;45.75, 4.85\n"
        "Autre;;04 72 00 00 01;69003;autre@exemple.fr;45.76, 4.86\n"
    )

    reading = opened(tmp_path, table)
    first: Any = next(iter(reading))

    assert [column.field for column in reading.columns] == [
        *("name", "siret", "phone", "postal_code", "email", "point")
    ]
    assert (first.partner.site.lat, first.partner.site.lon) == (45.75, 4.85)


def test_somebody_says_what_a_column_is_and_what_is_left_alone(tmp_path):
    table = "Truc;Ville;Tél.\nFoyer des Quais;Lyon;04 72 00 00 00\n"

    (row,), _ = read(tmp_path, table, mapping={"Truc": "name", "Tél.": ""})

    assert row.partner.organization.name == "Foyer des Quais"
    assert row.partner.organization.phone is None


def test_without_a_name_the_columns_are_shown_and_nothing_is_read(tmp_path):
    reading = opened(tmp_path, "Truc;Ville\nFoyer;Lyon\n")

    assert [column.heading for column in reading.columns] == ["Truc", "Ville"]
    with pytest.raises(Refused, match="dites laquelle"):
        next(iter(reading))


@pytest.mark.parametrize(
    ("column", "value", "reason", "nearest"),
    [
        ("SIRET", "77931148900041", "La clé de ce SIRET est fausse", None),
        ("Téléphone", "04 72", "Ce numéro n'existe pas", None),
        ("Courriel", "accueil(at)exemple.fr", "Écrivez une adresse", "accueil@exemple.fr"),
        ("Type", "chrz", "Cette sorte d'offre n'est pas connue", HousingType.CHRS.label),
        ("Code postal", "6900A", "Un code postal a 5 chiffres", None),
        ("Latitude", "-95", "Une coordonnée va de -90 à 90", None),
        ("Date de mise à jour", "1900-01-01", "antérieure à l'an 2000", None),
        ("Date de mise à jour", "01/01/2099", "dans le futur", None),
        ("Nom", "x" * 151, "151 caractères", "x" * 149),
    ],
)
def test_a_wrong_value_refuses_its_line_and_leaves_the_others(
    tmp_path, column, value, reason, nearest
):
    asked = {"Nom": "Foyer", "Ville": "Lyon"} | {column: value}
    table = (
        f"{';'.join(['Nom', 'Ville', column])}\n{asked['Nom']};Lyon;{asked[column]}\nAutre;Lyon;\n"
    )

    rows, (fault,) = read(tmp_path, table)

    assert [row.partner.organization.name for row in rows] == ["Autre"]
    assert (fault.line, fault.value[:20]) == (2, value[:20])
    assert fault.reason.startswith(reason) or reason in fault.reason
    assert (fault.nearest or "")[:149] == (nearest or "")[:149]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ("dix;;;", "Écrivez un nombre entier"),
        ("40;18;;", "L'âge maximum est inférieur"),
        (";;3;4", "plus de places libres que de places"),
        (";;-3;", "Écrivez un nombre entier"),
    ],
)
def test_impossible_figures_of_an_offer_refuse_its_line(tmp_path, values, reason):
    heads = "Nom;Ville;Type;Âge min;Âge max;Places;Places libres"

    rows, (fault,) = read(tmp_path, f"{heads}\nFoyer;Lyon;chrs;{values}\n")

    assert not rows
    assert reason in fault.reason
