"""The link of a view of the network: only its filters, each once, none empty; it can be shared."""

from collections.abc import Iterable
from typing import Any

from app.network.areas import written
from app.network.forms import NetworkForm
from search.network.filters import Box
from search.network.territory import Territory

Link = dict[str, Any]
# What a map drawn over the whole of France does not follow.
OF_THE_TABLE = frozenset({"territoire", "zone", "tri"})


def kept(form: NetworkForm, types: Iterable[str]) -> Link:
    """The parameters of this view, its territory always among them."""
    link = {field.name: _texts(field.data) for field in form if not field.errors}
    link["type"] = sorted(types)
    return {name: texts for name, texts in link.items() if texts}


def without(link: Link, name: str, value: str | None = None) -> Link:
    """The same view without a filter, or without one of its values."""
    left = {name: [text for text in link.get(name, []) if value not in (None, text)]}
    return {key: texts for key, texts in (link | left).items() if texts}


def of_the_map(link: Link) -> Link:
    """What the map follows: every filter but where one looks, and how the table is sorted."""
    return {name: texts for name, texts in link.items() if name not in OF_THE_TABLE}


def _texts(data: Any) -> list[str]:
    if isinstance(data, Territory):
        return [written(data)]
    if isinstance(data, Box):
        return [",".join(f"{side:.4f}" for side in (data.west, data.south, data.east, data.north))]
    if isinstance(data, list):
        return sorted({str(code) for code in data})
    if data is True:
        return ["y"]
    return [str(data)] if data else []
