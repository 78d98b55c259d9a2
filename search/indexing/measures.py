"""The measures an offer has not refused (domain §4.6); silence is a welcome, as for audiences."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, array

from models.codes.offer import YesNo
from models.codes.people import AcceptedMeasure, MeasureType
from search.indexing.audiences import Clause, among, first_texts, text, texts
from search.indexing.tables import housing, offer, tig

NAMED = {
    AcceptedMeasure.DDSE: (MeasureType.DDSE_AMENAGEMENT, MeasureType.DDSE_PEINE),
    AcceptedMeasure.SEMI_LIBERTE: (MeasureType.SEMI_LIBERTE,),
    AcceptedMeasure.PLACEMENT_EXTERIEUR: (MeasureType.PLACEMENT_EXTERIEUR,),
    AcceptedMeasure.TIG: (MeasureType.TIG,),
    AcceptedMeasure.TNR: (MeasureType.TNR,),
}
# A post of unpaid work is made for these, whatever measures it names besides.
OF_POSTS = (AcceptedMeasure.TIG, AcceptedMeasure.TNR)


def measures() -> Clause:
    """The text[] of the measures that neither the offer nor its partner has set aside."""
    return among({measure.value: _accepts(measure) for measure in AcceptedMeasure})


def _accepts(measure: AcceptedMeasure) -> Clause:
    """Named, or none is; and not refused, by the rule nor by the place itself."""
    codes = sa.cast(array([one.value for one in NAMED[measure]]), ARRAY(sa.Text))
    named = texts(offer.c.accepts_measures)
    is_open = sa.or_(sa.func.cardinality(named) == 0, named.bool_op("&&")(codes))
    if measure in OF_POSTS:
        is_open |= tig.c.id.is_not(None)
    is_refused = first_texts("measures_refused").bool_op("@>")(codes)
    return is_open & ~is_refused & _is_fit(measure)


def _is_fit(measure: AcceptedMeasure) -> Clause:
    """A tag can be installed; a post takes work ordered by the prosecutor."""
    said = {AcceptedMeasure.DDSE: housing.c.tag_compatible, AcceptedMeasure.TNR: tig.c.accepts_tnr}
    if measure not in said:
        return sa.true()
    return text(said[measure]).is_distinct_from(YesNo.NO.value)
