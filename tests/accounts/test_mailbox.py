"""The local mailbox exists in a demonstration, for its administrator."""

from models.mail import OutgoingMail
from tests.factories import AdministratorFactory, CounsellorFactory


def test_the_latest_message_comes_first_and_its_link_opens(session, browse_as):
    session.add(OutgoingMail(recipient="a@exemple.fr", subject="Premier", body="Un"))
    session.flush()
    body = "Ouvrez http://localhost/invitation/abc pour <b>voir</b>."
    session.add(OutgoingMail(recipient="b@exemple.fr", subject="Second", body=body))
    browser = browse_as(AdministratorFactory())

    page = browser.get("mail.index")
    markup = browser.open("GET", "mail.index").text

    assert page.index("Second") < page.index("Premier")
    assert 'href="http://localhost/invitation/abc"' in markup
    assert "&lt;b&gt;voir" in markup


def test_a_long_mailbox_has_pages(session, browse_as):
    for number in range(25):
        session.add(OutgoingMail(recipient="a@exemple.fr", subject=f"Sujet {number:02}", body="x"))
        session.flush()
    browser = browse_as(AdministratorFactory())
    first = browser.open("GET", "mail.index").text

    second = browser.get("mail.index", avant=first.split("avant=")[1].split('"')[0])

    assert "Sujet 05" in first
    assert "Sujet 04" not in first
    assert "Sujet 04" in second


def test_nobody_else_reads_it(session, browse_as):
    browse_as(CounsellorFactory()).get("mail.index", status=403)


def test_outside_of_a_demonstration_there_is_no_mailbox(app, session, browse_as, monkeypatch):
    monkeypatch.setitem(app.config, "DEMO", False)

    browse_as(AdministratorFactory()).get("mail.index", status=404)
