"""The words that coordinators add: proposed from a search that found nothing, then accepted."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select

from app.access import Act
from app.extensions import db
from app.gate import current_account, one_or_404, require
from app.vocabulary import actions, queries, rules
from app.vocabulary.forms import SynonymForm
from models.codes.vocabulary import SynonymState
from models.vocabulary import Synonym

blueprint = Blueprint("vocabulary", __name__, url_prefix="/annuaire/vocabulaire")


@blueprint.app_template_global("synonym_form")
def synonym_form(word: str) -> SynonymForm:
    """The form that a search in vain begins, with what was typed."""
    return SynonymForm(formdata=None, mot=word[:60])


@blueprint.get("")
def index() -> str:
    """What is proposed, and what is in use."""
    require(Act.READ_SYNONYMS)
    return render_template("vocabulary/index.html", **_lists(), form=SynonymForm(formdata=None))


@blueprint.post("")
def propose() -> ResponseReturnValue:
    """Keep a word that a coordinator proposes."""
    require(Act.PROPOSE_SYNONYM)
    form = SynonymForm()
    if not form.validate():
        return render_template("vocabulary/index.html", **_lists(), form=form), 422
    term = rules.term(form.mot.data or "")
    is_new = actions.propose(db.session, term, form.sens.data, by=current_account())
    db.session.commit()
    if is_new:
        flash("Le mot est proposé : un administrateur ou un autre coordinateur doit l'accepter.")
    else:
        flash("Ce mot est déjà proposé, ou en service.")
    return redirect(url_for("vocabulary.index"))


@blueprint.post("/<int:synonym_id>/accepter")
def accept(synonym_id: int) -> ResponseReturnValue:
    """Put a word in use."""
    synonym = _load(synonym_id)
    require(Act.ACCEPT_SYNONYM, synonym)
    actions.accept(synonym, by=current_account())
    db.session.commit()
    flash(f"« {synonym.term} » sert dès la prochaine recherche.")
    return redirect(url_for("vocabulary.index"))


@blueprint.post("/<int:synonym_id>/retirer")
def remove(synonym_id: int) -> ResponseReturnValue:
    """Refuse a word, or take it out of use."""
    synonym = _load(synonym_id)
    require(Act.READ_SYNONYMS)
    term = synonym.term
    actions.remove(db.session, synonym)
    db.session.commit()
    flash(f"« {term} » est effacé.")
    return redirect(url_for("vocabulary.index"))


def _load(synonym_id: int) -> Synonym:
    """Locked, so that two who decide follow each other."""
    require(Act.READ_SYNONYMS)
    synonym: Synonym = one_or_404(select(Synonym).where(Synonym.id == synonym_id).with_for_update())
    return synonym


def _lists() -> dict[str, list[Synonym]]:
    states = {"proposed": SynonymState.PROPOSED, "accepted": SynonymState.ACCEPTED}
    return {
        name: list(db.session.scalars(queries.of_state(state))) for name, state in states.items()
    }
