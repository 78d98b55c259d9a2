"""What a line would change: what the source says anew, never what was corrected here since."""

from app.imports.rules import compare

OLD = {"organization": {"legal_name": "Foyer", "phone": "+33472000001"}}


def said(**values):
    return {"organization": {"legal_name": "Foyer", **values}}


def test_what_the_source_says_anew_is_a_change():
    found = compare(said(phone="+33472000009"), OLD, OLD)

    (change,) = found.changes
    assert (change.name, change.old, change.new) == ("phone", "+33472000001", "+33472000009")


def test_what_was_corrected_here_stays_while_the_source_repeats_itself():
    here = {"organization": {"legal_name": "Foyer", "phone": "+33472999999"}}

    found = compare(said(phone="+33472000001"), here, OLD)

    assert (found.changes, found.kept) == ([], ["organization.phone"])


def test_what_a_file_does_not_say_erases_nothing():
    assert compare(said(), OLD, OLD).changes == []


def test_an_offer_removed_here_does_not_come_back_and_a_new_one_is_added():
    lines = {"offers": {"CHRS": {"title": "Lits"}, "CHU": {"title": "Urgence"}}}

    found = compare(lines, {}, {"offers": {"CHRS": {"title": "Lits"}}})

    assert [change.target for change in found.changes] == ["offer:CHU"]
    assert found.kept == ["offer:CHRS"]
