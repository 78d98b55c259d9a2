"""A coordinator imports a spreadsheet with ten mistakes: one is corrected there, nine in a file."""

import csv
import io

import pytest
from playwright.sync_api import expect

from app.imports.jobs import go_on
from tests.factories import CoordinatorFactory, UnitFactory

HEADINGS = ["Identifiant", "Nom", "SIRET", "Code postal", "Commune", "Téléphone", "Type", "Offre"]
GOOD = ["G", "Maison Ouverte", "", "69100", "Villeurbanne", "0472000010", "CHRS", "Hébergement"]
# Each with the one value that is wrong, by its column, and what mends it.
MISTAKES = [
    (1, "", "Foyer Nord"),
    (2, "12345678901234", ""),
    (3, "6 rue", "69100"),
    (4, "Lyon", "Villeurbanne"),
    (5, "abc", "0472000011"),
    (6, "Château", "CHRS"),
    (2, "123", ""),
    (3, "abcde", "69100"),
    (5, "00", "0472000012"),
    (6, "Igloo", "FJT"),
]


def spoilt(n, at, wrong):
    """A line with one mistake in it."""
    line = [
        f"M{n}",
        f"Foyer {n}",
        "",
        "69100",
        "Villeurbanne",
        f"04720001{n:02}",
        "CHRS",
        f"Lits {n}",
    ]
    line[at] = wrong
    return line


def as_csv(lines):
    """A spreadsheet as French ones are saved."""
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([HEADINGS, *lines])
    return text.getvalue().encode()


@pytest.fixture
def coordinator(house, world):
    """On the page of imports."""
    visitor = house.enter(world.staff(CoordinatorFactory, UnitFactory(department_code="69")))
    visitor.go("/imports/nouveau")
    return visitor


def send(visitor, name, content):
    visitor.page.set_input_files(
        "input[type=file]", {"name": name, "mimeType": "text/csv", "buffer": content}
    )
    visitor.press("Envoyer le fichier")


def test_ten_mistakes_are_told_corrected_and_imported(coordinator, run_job):
    lines = [spoilt(n, at, wrong) for n, (at, wrong, _) in enumerate(MISTAKES)]
    send(coordinator, "partenaires.csv", as_csv([GOOD, *lines]))
    expect(coordinator.page.get_by_text("Lecture du fichier")).to_be_visible()
    run_job(go_on)
    expect(coordinator.page.get_by_role("button", name="Importer")).to_be_visible()
    coordinator.check()

    coordinator.follow_about("Rejetées")
    coordinator.follow_about("Corriger ici")
    coordinator.fill(cell_1=MISTAKES[0][2])
    coordinator.press("Relire cette ligne")
    expect(coordinator.page.get_by_text("La ligne 3 est corrigée : à créer.")).to_be_visible()

    with coordinator.page.expect_download() as taken:
        coordinator.page.get_by_role("link", name="En CSV").click()
    text = taken.value.path().read_text("utf-8-sig")
    to_correct = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert all(row["À corriger"] for row in to_correct)
    assert len(to_correct) == len(MISTAKES) - 1

    coordinator.press("Importer")
    run_job(go_on)
    expect(coordinator.page.get_by_text("2 lignes créées")).to_be_visible()

    mended = [
        [*line[:at], right, *line[at + 1 :]]
        for line, (at, _, right) in zip(lines, MISTAKES, strict=True)
    ][1:]
    coordinator.go("/imports/nouveau")
    send(coordinator, "corrige.csv", as_csv(mended))
    run_job(go_on)
    coordinator.press("Importer")
    run_job(go_on)
    expect(coordinator.page.get_by_text("9 lignes créées")).to_be_visible()
    coordinator.check()
