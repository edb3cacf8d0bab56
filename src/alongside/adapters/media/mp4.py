"""MP4 without its margins: what is needed to show the clip stays byte for byte, everything else becomes zeros.

Cameras write places, times and names into boxes of many kinds, and some film a whole hidden track of places. So the
walker keeps a list of what a player needs, and blanks every other box, every other track, and every byte of the media
box that no picture and no sound claims. No box changes its length, so nothing in the file has to move. Layout:
ISO/IEC 14496-12 (boxes), 14496-14 (MP4), 14496-15 (H.264).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.adapters.media.mp4_samples import claimed
from alongside.adapters.media.walking import CannotWalk, blank, number

_HEAD = 8
_LONG_HEAD = 16
_BOXES_AT_MOST = 20_000
# What a player needs, by the box it stands in.
_NEEDED: dict[bytes, frozenset[bytes]] = {
    b"": frozenset({b"ftyp", b"moov", b"mdat"}),
    b"moov": frozenset({b"mvhd", b"trak"}),
    b"trak": frozenset({b"tkhd", b"edts", b"mdia"}),
    b"edts": frozenset({b"elst"}),
    b"mdia": frozenset({b"mdhd", b"hdlr", b"minf"}),
    b"minf": frozenset({b"vmhd", b"smhd", b"dinf", b"stbl"}),
    b"dinf": frozenset({b"dref"}),
    b"stbl": frozenset(
        {b"stsd", b"stts", b"ctts", b"cslg", b"stsc", b"stsz", b"stco", b"co64", b"stss", b"sdtp"}
    ),
    b"avc1": frozenset({b"avcC", b"pasp", b"colr", b"btrt"}),
    b"mp4a": frozenset({b"esds", b"btrt", b"chan", b"wave"}),
    b"wave": frozenset({b"frma", b"mp4a", b"esds", bytes(4)}),
}
_CODED = {b"vide": b"avc1", b"soun": b"mp4a"}
# Where the boxes inside a coded picture or sound begin; phones write sound in a second way, 16 bytes longer.
_ENTRY_BOXES = {b"avc1": 78, b"mp4a": 28}
_LONGER_SOUND = (0, 16)
# The name of the coder is free text.
_CODER = (42, 74)
_FRAGMENTS = frozenset({b"moof", b"mvex", b"sidx"})


@dataclass(frozen=True, slots=True)
class Box:
    """One box: its kind, where it starts, where its body starts and where it ends."""

    kind: bytes
    start: int
    body: int
    end: int


def plain(content: bytes) -> bytes:
    """The same clip, as long as before, with what is needed to play it and nothing else. Raises CannotWalk."""
    clip = bytearray(content)
    top = _needed(clip, b"", 0, len(clip))
    kinds = [box.kind for box in top]
    if kinds[:1] != [b"ftyp"] or kinds.count(b"ftyp") != 1 or kinds.count(b"moov") != 1:
        raise CannotWalk
    moov = next(box for box in top if box.kind == b"moov")
    ranges = _movie(clip, moov)
    _check_brands(top[0])
    _blank_unclaimed(clip, [box for box in top if box.kind == b"mdat"], ranges)
    return bytes(clip)


def boxes(clip: bytearray, start: int, end: int) -> Iterator[Box]:
    """The boxes between two places, one after the other to the last byte."""
    for _ in range(_BOXES_AT_MOST):
        if start == end:
            return
        box = _box(clip, start, end)
        yield box
        start = box.end
    raise CannotWalk


def _box(clip: bytearray, start: int, end: int) -> Box:
    size, kind = number(clip, start, 4), bytes(clip[start + 4 : start + 8])
    body = start + (_LONG_HEAD if size == 1 else _HEAD)
    if size == 1:
        size = number(clip, start + _HEAD, 8)
    stops = end if size == 0 else start + size
    if not body <= stops <= end:
        raise CannotWalk
    return Box(kind, start, body, stops)


def _needed(clip: bytearray, parent: bytes, start: int, end: int) -> list[Box]:
    """The boxes that stay. The others become free space."""
    found = []
    for box in boxes(clip, start, end):
        if box.kind in _FRAGMENTS:
            raise CannotWalk
        if box.kind in _NEEDED[parent]:
            found.append(box)
        else:
            _free(clip, box)
    return found


def _inside(clip: bytearray, box: Box) -> dict[bytes, Box]:
    """The needed boxes inside one, each at most once."""
    found = _needed(clip, box.kind, box.body, box.end)
    by_kind = {one.kind: one for one in found}
    if len(by_kind) != len(found):
        raise CannotWalk
    return by_kind


def _free(clip: bytearray, box: Box) -> None:
    clip[box.start + 4 : box.start + 8] = b"free"
    blank(clip, box.body, box.end)


def _movie(clip: bytearray, moov: Box) -> list[tuple[int, int]]:
    """Walk the movie; where its pictures and sounds lie, as (start, end)."""
    ranges: list[tuple[int, int]] = []
    seen = set()
    for box in _needed(clip, b"moov", moov.body, moov.end):
        if box.kind == b"mvhd":
            _blank_times(clip, box)
        else:
            seen.add(_track(clip, box, ranges))
    if b"vide" not in seen:
        raise CannotWalk
    return ranges


def _track(clip: bytearray, trak: Box, ranges: list[tuple[int, int]]) -> bytes:
    """Keep a track of pictures or sounds and note where they lie; blank any other. Its handler."""
    parts = _inside(clip, trak)
    media = _inside(clip, _must(parts, b"mdia"))
    handler = bytes(clip[_must(media, b"hdlr").body + 8 :][:4])
    if handler not in _CODED:
        _free(clip, trak)
        return handler
    _blank_times(clip, _must(parts, b"tkhd"))
    _blank_times(clip, _must(media, b"mdhd"))
    blank(clip, min(media[b"hdlr"].body + 24, media[b"hdlr"].end), media[b"hdlr"].end)
    if b"edts" in parts:
        _inside(clip, parts[b"edts"])
    inner = _inside(clip, _must(media, b"minf"))
    _own_media_only(clip, _must(_inside(clip, _must(inner, b"dinf")), b"dref"))
    table = _inside(clip, _must(inner, b"stbl"))
    _coded(clip, _must(table, b"stsd"), _CODED[handler])
    ranges += claimed(clip, {kind: (box.body, box.end) for kind, box in table.items()})
    return handler


def _must(found: dict[bytes, Box], kind: bytes) -> Box:
    if kind not in found:
        raise CannotWalk
    return found[kind]


def _blank_times(clip: bytearray, box: Box) -> None:
    """When it was filmed and changed. Version 1 has longer times."""
    width = 8 if number(clip, box.body, 1) == 1 else 4
    if box.body + 4 + 2 * width > box.end:
        raise CannotWalk
    blank(clip, box.body + 4, box.body + 4 + 2 * width)


def _own_media_only(clip: bytearray, dref: Box) -> None:
    """The media lies in this very file, and no address of another stays."""
    for box in boxes(clip, dref.body + 8, dref.end):
        if box.kind not in (b"url ", b"alis") or number(clip, box.body, 4) != 1:
            raise CannotWalk
        blank(clip, box.body + 4, box.end)


def _coded(clip: bytearray, stsd: Box, kind: bytes) -> None:
    """Every entry is H.264, or AAC for sound, and holds nothing but what its player needs."""
    entries = list(boxes(clip, stsd.body + 8, stsd.end))
    if not entries or any(entry.kind != kind for entry in entries):
        raise CannotWalk
    for entry in entries:
        inner = entry.body + _ENTRY_BOXES[kind] + (_longer(clip, entry) if kind == b"mp4a" else 0)
        if inner > entry.end:
            raise CannotWalk
        if kind == b"avc1":
            blank(clip, entry.body + _CODER[0], entry.body + _CODER[1])
        for box in _needed(clip, kind, inner, entry.end):
            if box.kind == b"wave":
                _needed(clip, b"wave", box.body, box.end)


def _longer(clip: bytearray, entry: Box) -> int:
    """How much longer than plain this way of writing sound is."""
    version = number(clip, entry.body + 8, 2)
    if version >= len(_LONGER_SOUND):
        raise CannotWalk
    return _LONGER_SOUND[version]


def _check_brands(ftyp: Box) -> None:
    """A file type box is a short list of brands; a long one hides something."""
    if not 8 <= ftyp.end - ftyp.body <= 64:
        raise CannotWalk


def _blank_unclaimed(clip: bytearray, media: list[Box], ranges: list[tuple[int, int]]) -> None:
    """Zeros wherever the media box holds what is neither picture nor sound."""
    lying = iter(sorted(ranges))
    todo = next(lying, None)
    for box in media:
        at = box.body
        while todo is not None and todo[0] < box.end:
            if todo[0] < box.body or todo[1] > box.end:
                raise CannotWalk
            blank(clip, at, max(at, todo[0]))
            at = max(at, todo[1])
            todo = next(lying, None)
        blank(clip, at, box.end)
    if todo is not None:
        raise CannotWalk
