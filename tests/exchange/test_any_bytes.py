"""Whatever the bytes, a reader gives rows and faults, or refuses the file with a sentence."""

import io
import json
import zipfile

from hypothesis import example, given, settings
from hypothesis import strategies as st

from exchange.rows import Refused, Row
from tests.exchange.reading import read
from tests.exchange.sharing import shared, written

HEADS = st.sampled_from(
    ["Nom", "Ville", "SIRET", "Téléphone", "Type", "Horaires", "Latitude", "Places", "finess_et"]
)
VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30))
FIELDS = [
    *("id", "nom", "name", "source", "date_maj", "status", "services", "contents"),
    *("organization", "structure_id", "locations", "phones", "capacities"),
]
OBJECTS = st.recursive(
    VALUES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(FIELDS),
            inner,
            max_size=5,
        ),
    ),
    max_leaves=12,
)
FILES = [written(name, shared()) for name in ("csv", "xlsx", "ods", "data-inclusion", "hsds")]


def reads_or_refuses(folder, content: bytes) -> None:
    """Nothing else is ever raised, and every reason is a sentence."""
    try:
        rows, faults = read(folder.mktemp("any"), content)
    except Refused as refusal:
        said = str(refusal)
        rows, faults = [], []
    else:
        said = "."
    assert said.endswith((".", "»"))
    assert all(isinstance(row, Row) for row in rows)
    assert all(fault.reason.endswith(".") for fault in faults)


@settings(deadline=None)
@given(st.binary(max_size=400))
@example(b"\x1f\x8b\x08\x00")
@example(b"\xff\xfe\x00")
@example(b"[" * 100_000)
@example(b"nom\n\x00")
def test_any_bytes(tmp_path_factory, content):
    reads_or_refuses(tmp_path_factory, content)


@settings(deadline=None)
@given(st.lists(HEADS, min_size=1, max_size=5), st.lists(st.lists(st.text(max_size=12))))
def test_any_cells(tmp_path_factory, heads, rows):
    lines = [";".join(row) for row in [heads, *rows]]
    reads_or_refuses(tmp_path_factory, "\n".join(lines).encode("utf-8", "surrogatepass"))


@settings(deadline=None)
@given(OBJECTS)
def test_any_json(tmp_path_factory, told):
    reads_or_refuses(tmp_path_factory, json.dumps([told]).encode())
    reads_or_refuses(tmp_path_factory, json.dumps(told).encode())


@settings(deadline=None)
@given(st.sampled_from(FILES), st.integers(0, 20_000), st.binary(min_size=1, max_size=8))
def test_any_damage_to_a_good_file(tmp_path_factory, content, place, scratch):
    at = place % len(content)
    reads_or_refuses(tmp_path_factory, content[:at] + scratch + content[at + len(scratch) :])
    reads_or_refuses(tmp_path_factory, content[:at])


@settings(deadline=None)
@given(st.sampled_from(FILES[1:3]), st.integers(0, 20_000), st.binary(min_size=1, max_size=8))
def test_any_damage_inside_a_workbook(tmp_path_factory, content, place, scratch):
    """The archive is whole: what it holds is not."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as good, zipfile.ZipFile(made, "w") as bad:
        for member in good.infolist():
            told = good.read(member)
            at = place % max(len(told), 1)
            bad.writestr(member, told[:at] + scratch + told[at + len(scratch) :])
    reads_or_refuses(tmp_path_factory, made.getvalue())
