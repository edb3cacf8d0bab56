"""WebM without its margins: what is needed to show the clip stays byte for byte, everything else becomes empty space.

A WebM file is a tree of elements (RFC 8794, RFC 9559). Titles, dates, tags, attachments, track names and whatever the
walker does not know become Void elements of the same length; names of programs become zeros. A track that is neither
picture nor sound is refused.
"""

from dataclasses import dataclass

from alongside.adapters.media.walking import CannotWalk, blank, number

_EBML, _SEGMENT, _CLUSTER = 0x1A45DFA3, 0x18538067, 0x1F43B675
_VOID = 0xEC
_INFO, _TRACKS, _CUES, _SEEK_HEAD = 0x1549A966, 0x1654AE6B, 0x1C53BB6B, 0x114D9B74
_TRACK, _VIDEO, _COLOUR, _SOUND, _BLOCKS = 0xAE, 0xE0, 0x55B0, 0xE1, 0xA0
_CUE_POINT, _CUE_PLACE, _SEEK = 0xBB, 0xB7, 0x4DBB
_TRACK_TYPE, _CODEC = 0x83, 0x86
_CODING = frozenset({0xD7, 0x73C5, 0xB9, 0x88, 0x9C, 0x23E383, 0x63A2, 0x56AA, 0x56BB})
_IN_CLUSTER = frozenset({0xE7, 0xA7, 0xAB, 0xA3, _BLOCKS})
# What a player needs, by the element it stands in.
_NEEDED: dict[int, frozenset[int]] = {
    _EBML: frozenset({0x4286, 0x42F7, 0x42F2, 0x42F3, 0x4282, 0x4287, 0x4285}),
    _SEGMENT: frozenset({_SEEK_HEAD, _INFO, _TRACKS, _CUES, _CLUSTER}),
    _SEEK_HEAD: frozenset({_SEEK}),
    _SEEK: frozenset({0x53AB, 0x53AC}),
    _INFO: frozenset({0x2AD7B1, 0x4489, 0x4D80, 0x5741}),
    _TRACKS: frozenset({_TRACK}),
    _TRACK: _CODING | frozenset({_TRACK_TYPE, _CODEC, _VIDEO, _SOUND}),
    _VIDEO: frozenset({0x9A, 0xB0, 0xBA, 0x54B0, 0x54BA, 0x54B2, 0x53C0, _COLOUR}),
    _COLOUR: frozenset({0x55B1, 0x55B2, 0x55B3, 0x55B4, 0x55B7, 0x55B8, 0x55B9, 0x55BA, 0x55BB}),
    _SOUND: frozenset({0xB5, 0x78B5, 0x9F, 0x6264}),
    _CLUSTER: _IN_CLUSTER,
    _BLOCKS: frozenset({0xA1, 0x9B, 0xFB, 0x75A2}),
    _CUES: frozenset({_CUE_POINT}),
    _CUE_POINT: frozenset({0xB3, _CUE_PLACE}),
    _CUE_PLACE: frozenset({0xF7, 0xF1, 0xF0, 0xB2, 0x5378}),
}
_PROGRAM_NAMES = frozenset({0x4D80, 0x5741})
_PICTURE, _HEARD = 1, 2
_CODECS = frozenset({b"V_VP8", b"V_VP9", b"V_AV1", b"A_OPUS", b"A_VORBIS"})
_UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Element:
    """One element: what it is, where it starts, where its content starts and ends. Live clips name no ends."""

    kind: int
    start: int
    body: int
    end: int


def plain(content: bytes) -> bytes:
    """The same clip, as long as before, with what is needed to play it and nothing else. Raises CannotWalk."""
    clip = bytearray(content)
    head = _element(clip, 0, len(clip))
    if head.kind != _EBML or head.end == _UNKNOWN or not _is_webm(clip, head):
        raise CannotWalk
    _walk(clip, head)
    segment = _element(clip, head.end, len(clip))
    if segment.kind != _SEGMENT:
        raise CannotWalk
    ends = len(clip) if segment.end == _UNKNOWN else segment.end
    seen = _segment(clip, segment.body, ends)
    blank(clip, ends, len(clip))
    if not {_TRACKS, _CLUSTER} <= seen:
        raise CannotWalk
    return bytes(clip)


def _is_webm(clip: bytearray, head: Element) -> bool:
    return any(
        part.kind == 0x4282 and bytes(clip[part.body : part.end]).rstrip(b"\0") == b"webm"
        for part in _parts(clip, head)
    )


def _segment(clip: bytearray, at: int, ends: int) -> set[int]:
    """Walk the parts of the clip. A cluster without an end goes on until the next part begins."""
    seen = set()
    is_open = False
    while at < ends:
        part = _element(clip, at, ends)
        seen.add(part.kind)
        if part.kind == _CLUSTER and part.end == _UNKNOWN:
            is_open, at = True, part.body
            continue
        if part.kind not in _IN_CLUSTER | {_VOID}:
            is_open = False
        _keep_or_void(clip, part, _IN_CLUSTER if is_open else _NEEDED[_SEGMENT])
        at = part.end
    return seen


def _walk(clip: bytearray, parent: Element) -> None:
    for part in _parts(clip, parent):
        _keep_or_void(clip, part, _NEEDED[parent.kind])


def _parts(clip: bytearray, parent: Element) -> list[Element]:
    found, at = [], parent.body
    while at < parent.end:
        part = _element(clip, at, parent.end)
        if part.end == _UNKNOWN:
            raise CannotWalk
        found.append(part)
        at = part.end
    return found


def _keep_or_void(clip: bytearray, part: Element, needed: frozenset[int]) -> None:
    if part.end == _UNKNOWN:
        raise CannotWalk
    if part.kind not in needed:
        _void(clip, part)
    elif part.kind in _PROGRAM_NAMES:
        blank(clip, part.body, part.end)
    elif part.kind in _NEEDED:
        if part.kind == _TRACK:
            _check_track(clip, part)
        _walk(clip, part)


def _check_track(clip: bytearray, track: Element) -> None:
    """Pictures or sound, in a coding that browsers play."""
    said = {part.kind: bytes(clip[part.body : part.end]) for part in _parts(clip, track)}
    kind = int.from_bytes(said.get(_TRACK_TYPE, b""), "big")
    if kind not in (_PICTURE, _HEARD) or said.get(_CODEC, b"").rstrip(b"\0") not in _CODECS:
        raise CannotWalk


def _void(clip: bytearray, part: Element) -> None:
    """Empty space of the same length. Its size is written in eight bytes where they fit, else in one."""
    length = part.end - part.start
    width = 8 if length > 8 else 1
    clip[part.start] = _VOID
    size = length - 1 - width
    clip[part.start + 1 : part.start + 1 + width] = (size | 1 << 7 * width).to_bytes(width, "big")
    blank(clip, part.start + 1 + width, part.end)


def _element(clip: bytearray, at: int, ends: int) -> Element:
    wide = _width(clip, at, 4)
    body = at + wide
    long = _width(clip, body, 8)
    size = number(clip, body, long) & ((1 << 7 * long) - 1)
    start = body + long
    if size == (1 << 7 * long) - 1:
        return Element(number(clip, at, wide), at, start, _UNKNOWN)
    if start + size > ends:
        raise CannotWalk
    return Element(number(clip, at, wide), at, start, start + size)


def _width(clip: bytearray, at: int, most: int) -> int:
    """How many bytes a number of changing length takes: the zeros it begins with say so."""
    width = 9 - number(clip, at, 1).bit_length()
    if width > most:
        raise CannotWalk
    return width
