"""Values as others write them, brought to ours or refused with a reason."""

import pytest

from exchange.values import answers, capitals, dates, hours, identifiers, places, reach, streets
from exchange.values.french_hours import from_words
from exchange.values.kinds import kind_of
from exchange.values.text import cleaned, name
from exchange.values.wrong import Wrong
from models.codes.housing import HousingType
from models.codes.offer import Cost, Family

SLOTS = (
    '{"PlageJ":[{"début":"lundi","fin":"lundi","PlageH":{"début":"\'9:00:00","fin":"12:00:00"}},'
    '{"début":"mercredi","fin":"jeudi","Note":"sur \\"rdv\\"","PlageH":'
    '[{"début":"09:00:00","fin":"12:00:00"},{"début":"14:00:00","fin":"00:00:00"}]}]}'
)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("CHRS L'ESPERANCE", "CHRS l'Espérance"),
        ("CMP ENFANTS D ASNIERES SUR SEINE", "CMP Enfants d'Asnieres sur Seine"),
        ("C. H. R. S. DU RELAIS", "CHRS du Relais"),
        ("Foyer des Quais", "Foyer des Quais"),
    ],
)
def test_a_name_in_capitals_is_made_readable(written, kept):
    assert capitals.readable(written) == kept


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("526 R PAUL VERLAINE", "526 rue Paul Verlaine"),
        ("12 B CHE DU BOIS", "12 bis chemin du Bois"),
        ("15 AV B FRANCOIS MITTERRAND", "15 bis avenue François Mitterrand"),
        ("64 R GRANDE RUE", "64 Grande Rue"),
        ("9 BD HENRI IV, BP 12", "9 boulevard Henri IV, BP 12"),
        ("4 place Bellecour", "4 place Bellecour"),
    ],
)
def test_an_abbreviated_address_is_written_out(written, kept):
    assert streets.written_out(written) == kept


@pytest.mark.parametrize(
    ("parse", "written", "kept"),
    [
        (identifiers.siret, "779 311 489 00040", "77931148900040"),
        (identifiers.siret, "5750000100011", "05750000100011"),
        (identifiers.finess, "10001295", "010001295"),
        (identifiers.finess, "2A0000014", "2A0000014"),
        (reach.phone, "04.72.00.00.00 / 06 00 00 00 00", "+33472000000"),
        (reach.phone, "472000000", "+33472000000"),
        (reach.phone, "0262909550", "+262262909550"),
        (reach.phone, "05 96 71 00 00", "+596596710000"),
        (reach.phone, "115", "115"),
        (reach.website, "www.exemple.fr", "https://www.exemple.fr"),
        (places.postal_code, "1000", "01000"),
        (places.insee_code, "2a004", "2A004"),
        (places.insee_code, "97101", "97101"),
        (places.city, "BOURG EN BRESSE CEDEX 9", "BOURG EN BRESSE"),
        (places.latitude, "-20,88", -20.88),
        (places.longitude, "-61.55", -61.55),
        (answers.cost, "10 € par mois", Cost.PAID),
        (answers.several, "arabe, anglais et russe", ("arabe", "anglais", "russe")),
        (name, '"Résidence ""Château du Mail"""', 'Résidence "Château du Mail"'),
        (hours.from_slots, SLOTS, 'Mo 09:00-12:00; We-Th 09:00-12:00,14:00-24:00 "sur rdv"'),
        (
            from_words,
            "Du lundi au vendredi de 9h à 12h30 et de 14h à 17h",
            "Mo-Fr 09:00-12:30,14:00-17:00",
        ),
        (
            from_words,
            "lun-jeu 9h-12h / 13h30-17h ; ven 9h-12h",
            "Mo-Th 09:00-12:00,13:30-17:00; Fr 09:00-12:00",
        ),
        (from_words, "mardi et jeudi 14h-17h", "Tu,Th 14:00-17:00"),
        (from_words, "24h/24, 7j/7", "24/7"),
    ],
)
def test_a_value_is_brought_to_the_form_we_keep(parse, written, kept):
    assert parse(written) == kept


@pytest.mark.parametrize(
    ("parse", "written", "reason"),
    [
        (identifiers.siret, "77931148900041", "La clé de ce SIRET est fausse"),
        (identifiers.siret, "٧٧931148900040", "Un SIRET a 14 chiffres"),
        (identifiers.finess, "010001296", "La clé de ce numéro FINESS est fausse"),
        (reach.phone, "04 72 00", "Ce numéro n'existe pas"),
        (reach.website, "javascript://exemple.fr/%0Aalert(1)", "Écrivez une adresse comme https"),
        (places.postal_code, "6900A", "Un code postal a 5 chiffres"),
        (places.latitude, "95", "Une coordonnée va de -90 à 90"),
        (places.longitude, "nan", "Une coordonnée va de -180 à 180"),
        (dates.changed_on, "1900-01-01", "antérieure à l'an 2000"),
        (dates.changed_on, "31/12/2099", "dans le futur"),
        (dates.changed_on, "30/02/2026", "Ce jour n'existe pas"),
        (dates.count, "-3", "Écrivez un nombre entier"),
        (hours.from_slots, '{"PlageJ":' * 2000, "n'ont pas été compris"),
        (from_words, "lundi 9h-12h (sauf août)", "n'ont pas été compris"),
        (from_words, "du lundi au vendredi", "n'ont pas été compris"),
    ],
)
def test_a_wrong_value_is_refused_with_its_reason(parse, written, reason):
    with pytest.raises(Wrong, match=reason.replace("(", r"\(")):
        parse(written)


def test_a_wrong_value_comes_with_the_nearest_one():
    with pytest.raises(Wrong) as email:
        reach.email("accueil(at)exemple.fr")
    with pytest.raises(Wrong) as kind:
        kind_of("chrz", Family.LOGEMENT)

    assert email.value.nearest == "accueil@exemple.fr"
    assert kind.value.nearest == HousingType.CHRS.label


@pytest.mark.parametrize("called", ["chrs", "CHRS", "centre d'hébergement", HousingType.CHRS.label])
def test_a_kind_is_known_by_all_its_names(called):
    assert kind_of(called, None) == (Family.LOGEMENT, HousingType.CHRS)


def test_a_text_keeps_its_lines_and_loses_what_no_page_shows():
    assert cleaned("\ufeff  Un\x00\u202e  texte\r\n<b>brut</b> ") == "Un texte\n<b>brut</b>"
    assert cleaned("'+33 4") == "+33 4"
