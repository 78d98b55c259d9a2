"""Services of data·inclusion: kinds of offer, partners known before, sheets of a workbook."""

import json
from typing import Any

from exchange.kinds import Kind
from models.codes.services import EmployerType
from tests.exchange.inclusion import SERVICE, both
from tests.exchange.reading import opened, read, workbook


def test_services_alone_belong_to_a_partner_known_before(tmp_path):
    (row,), _ = read(tmp_path, json.dumps([SERVICE]))

    assert row.external_id == "dora--1"
    assert row.partner.organization is None
    assert [offer.external_id for offer in row.partner.offers] == ["dora--s1"]


def test_a_service_is_known_by_its_theme_its_network_or_its_name(tmp_path):
    work = {"thematiques": ["trouver-un-emploi--maintien-dans-lemploi"]}
    services = [
        SERVICE | work | {"id": "1"},
        SERVICE | work | {"id": "2", "nom": "Mission locale"},
        SERVICE | {"id": "3", "thematiques": None, "nom": "Permanence"},
    ]

    (row,), _ = read(tmp_path, both(services=services))

    kinds = [offer.kind.value for offer in row.partner.offers]
    assert kinds == [EmployerType.AUTRE_EMPLOI, EmployerType.MISSION_LOCALE, "AUTRE"]


def test_a_workbook_has_a_sheet_of_each_and_rows_that_only_explain(tmp_path):
    heads = [*("source", "id", "nom", "date_maj", "reseaux_porteurs", "capacite", "__ignore__")]
    content = workbook(
        heads,
        ["Producteur", "Identifiant", "Nom", "Date", "Réseaux", "Places", "x"],
        ["dora", "dora--1", "Le Toit", "2026-01-02", "chrs, siao", 12, None],
        ["dora", "dora--2", "Le Pont", "2026-13-02", None, None, None],
    )

    with opened(tmp_path, content) as reading:
        told: list[Any] = list(reading)

    assert reading.kind is Kind.DATA_INCLUSION
    assert reading.notes[0].startswith("« capacite » n'existe pas")
    fault, row = told
    assert (fault.line, fault.field, fault.raw["nom"]) == (4, "date_maj", "Le Pont")
    assert row.partner.organization.networks == ("chrs", "siao")
