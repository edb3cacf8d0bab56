"""Where the samples of an MP4 track lie: the sample tables, read into ranges of bytes (ISO/IEC 14496-12, 8.7)."""

from collections.abc import Mapping

from alongside.adapters.media.walking import CannotWalk, number

_SAMPLES_AT_MOST = 200_000
Clip = bytes | bytearray
Span = tuple[int, int]


def claimed(clip: Clip, table: Mapping[bytes, Span]) -> list[Span]:
    """The bytes of each chunk as (start, end). ``table`` holds where the body of each sample table lies."""
    chunks = _chunks(clip, table)
    sizes = iter(_sizes(clip, _must(table, b"stsz")))
    counts = _samples_in(clip, _must(table, b"stsc"), len(chunks))
    found = []
    for start, count in zip(chunks, counts, strict=True):
        length = sum(next(sizes, -len(clip)) for _ in range(count))
        if length < 0:
            raise CannotWalk
        found.append((start, start + length))
    if next(sizes, None) is not None:
        raise CannotWalk
    return found


def _must(table: Mapping[bytes, Span], kind: bytes) -> Span:
    if kind not in table:
        raise CannotWalk
    return table[kind]


def _rows(clip: Clip, span: Span, head: int, width: int) -> int:
    """How many rows a table says it has, where they fit."""
    count = number(clip, span[0] + head - 4, 4)
    if count > _SAMPLES_AT_MOST or span[0] + head + count * width > span[1]:
        raise CannotWalk
    return count


def _chunks(clip: Clip, table: Mapping[bytes, Span]) -> list[int]:
    """Where each chunk starts, in the short table or the long one."""
    if (b"stco" in table) == (b"co64" in table):
        raise CannotWalk
    width = 4 if b"stco" in table else 8
    span = table[b"stco" if width == 4 else b"co64"]
    return [number(clip, span[0] + 8 + width * row, width) for row in range(_rows(clip, span, 8, width))]


def _sizes(clip: Clip, span: Span) -> list[int]:
    """The length of each sample: one for all, or one each."""
    same, count = number(clip, span[0] + 4, 4), number(clip, span[0] + 8, 4)
    if count > _SAMPLES_AT_MOST:
        raise CannotWalk
    if same:
        return [same] * count
    return [number(clip, span[0] + 12 + 4 * row, 4) for row in range(_rows(clip, span, 12, 4))]


def _samples_in(clip: Clip, span: Span, chunks: int) -> list[int]:
    """How many samples each chunk holds: the table names the first chunk of each run alone."""
    rows = _rows(clip, span, 8, 12)
    runs = [
        (number(clip, span[0] + 8 + 12 * row, 4), number(clip, span[0] + 12 + 12 * row, 4))
        for row in range(rows)
    ]
    found: list[int] = []
    for index, (first, count) in enumerate(runs):
        until = runs[index + 1][0] - 1 if index + 1 < rows else chunks
        if first != len(found) + 1 or not len(found) <= until <= chunks or count > _SAMPLES_AT_MOST:
            raise CannotWalk
        found += [count] * (until - len(found))
    if len(found) != chunks:
        raise CannotWalk
    return found
