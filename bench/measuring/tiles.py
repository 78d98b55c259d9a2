"""Counts the features of a vector tile, layer by layer, without a library to draw them."""

from collections.abc import Iterator

LAYER, FEATURE = 3, 2
LENGTHY = 2


def features(tile: bytes) -> int:
    """How many things a Mapbox vector tile draws."""
    return sum(
        number == FEATURE
        for layer, content in fields(tile)
        if layer == LAYER
        for number, _ in fields(content)
    )


def fields(message: bytes) -> Iterator[tuple[int, bytes]]:
    """The fields of a protocol buffer: number, and content where there is one."""
    at = 0
    while at < len(message):
        key, at = varint(message, at)
        value, at = varint(message, at)
        size = value if key % 8 == LENGTHY else 0
        yield key // 8, message[at : at + size]
        at += size


def varint(message: bytes, at: int) -> tuple[int, int]:
    """A number written seven bits a byte, and where what follows begins."""
    value = shift = 0
    while message[at] >= 0x80:
        value |= (message[at] & 0x7F) << shift
        at, shift = at + 1, shift + 7
    return value | message[at] << shift, at + 1
