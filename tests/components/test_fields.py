"""A form field carries its label, its help and its error to a screen reader."""

import pytest
import wtforms
from wtforms.validators import DataRequired
from wtforms.widgets import CheckboxInput, ListWidget

from app.fields import SelectChoice

FIELD = '{% from "components/field.html" import field %}{{ field(form[name]) }}'
SUMMARY = '{% from "components/error_summary.html" import error_summary %}{{ error_summary(form) }}'


class PlanForm(wtforms.Form):
    start = wtforms.DateField("Début", [DataRequired("Indiquez la date.")], description="Connue.")
    note = wtforms.TextAreaField("Note")
    family = wtforms.SelectField("Famille", choices=[SelectChoice("TIG", "TIG")])
    mode = wtforms.RadioField(
        "Moyen", choices=[SelectChoice("bus", "Bus"), SelectChoice("foot", "À pied")]
    )
    avoided = wtforms.SelectMultipleField(
        "À éviter",
        choices=[SelectChoice("m", "Mineurs"), SelectChoice("a", "Argent")],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    is_tagged = wtforms.BooleanField("Bracelet")


@pytest.fixture
def form():
    form = PlanForm(data={"mode": "foot", "avoided": ["a"]})
    form.start.errors = ["Indiquez la date."]
    return form


def test_help_and_error_describe_the_input_that_is_wrong(render, form):
    page = render(FIELD, form=form, name="start")

    shown = page.find(".//input")
    assert shown.get("aria-invalid") == "true"
    described = [page.find(f".//*[@id='{name}']") for name in shown.get("aria-describedby").split()]
    assert ["".join(part.itertext()).strip() for part in described] == [
        "Connue.",
        "Indiquez la date.",
    ]


def test_the_label_points_at_its_input_and_says_what_may_be_left_out(render, form):
    label = render(FIELD, form=form, name="note").find(".//label")

    assert label.get("for") == "note"
    assert "".join(label.itertext()) == "Note (facultatif)"


@pytest.mark.parametrize(
    ("name", "kind", "chosen"), [("mode", "radio", "foot"), ("avoided", "checkbox", "a")]
)
def test_choices_are_a_group_under_a_legend_and_keep_what_was_chosen(
    render, form, name, kind, chosen
):
    group = render(FIELD, form=form, name=name).find(".//fieldset")

    assert group.find("legend").text.strip() == form[name].label.text
    boxes = list(group.iter("input"))
    assert {box.get("type") for box in boxes} == {kind}
    assert [box.get("value") for box in boxes if box.get("checked") is not None] == [chosen]


def test_a_list_and_a_box_are_labelled(render, form):
    assert render(FIELD, form=form, name="family").find(".//select").get("class") == "form-select"
    box = render(FIELD, form=form, name="is_tagged")
    assert box.find(".//input").get("id") == box.find(".//label").get("for")


def test_the_summary_links_each_error_to_its_field(render, form):
    link = render(SUMMARY, form=form).find(".//a")

    assert (link.get("href"), link.text) == ("#start", "Début : Indiquez la date.")


def test_there_is_no_summary_without_errors(render):
    assert render(SUMMARY, form=PlanForm()).find(".//body").find("div") is None
