"""Small clips for tests, put together box by box, with words in every place where cameras write them."""

from dataclasses import dataclass
from struct import pack

SECRET = b"+51.5007-000.1246/"


def box(kind: bytes, *parts: bytes) -> bytes:
    """One box of an MP4."""
    body = b"".join(parts)
    return pack(">I", 8 + len(body)) + kind + body


def full(kind: bytes, *parts: bytes, version=0) -> bytes:
    """A box with a version and flags."""
    return box(kind, bytes([version, 0, 0, 0]), *parts)


def places() -> bytes:
    """The boxes in which a place hides."""
    return b"".join(
        (
            box(b"udta", box(b"\xa9xyz", SECRET), full(b"loci", SECRET)),
            full(b"meta", full(b"hdlr", SECRET), box(b"ilst", SECRET)),
            box(b"uuid", bytes(16), SECRET),
            box(b"free", SECRET),
            box(b"abcd", SECRET),
        )
    )


@dataclass(frozen=True)
class Track:
    """One track: what it is for, and its samples, all in one chunk."""

    handler: bytes
    samples: tuple[bytes, ...]


def mp4(
    *tracks: Track, extra: bytes = b"", long_offsets: bool = False, in_media: bytes = b"", order="moov-last"
) -> bytes:
    """A whole clip. ``extra`` stands wherever a box may stand, ``in_media`` before each chunk."""
    head = box(b"ftyp", b"isom", bytes(4), b"isommp42")
    chunks = [b"".join(track.samples) for track in tracks]
    media = box(b"mdat", b"".join(in_media + chunk for chunk in chunks), in_media)

    def movie(start: int) -> bytes:
        at, made = start + 8, []
        for track, chunk in zip(tracks, chunks, strict=True):
            at += len(in_media)
            made.append(_track(track, at, extra, long_offsets=long_offsets))
            at += len(chunk)
        return box(b"moov", full(b"mvhd", b"TIME" * 2, bytes(88)), extra, *made, extra)

    if order == "moov-last":
        return head + extra + media + movie(len(head) + len(extra)) + extra
    length = len(movie(0))
    return head + movie(len(head) + length) + media + extra


def _track(track: Track, at: int, extra: bytes, *, long_offsets: bool) -> bytes:
    width, kind = (">Q", b"co64") if long_offsets else (">I", b"stco")
    table = box(
        b"stbl",
        full(b"stsd", pack(">I", 1), _entry(track.handler, extra)),
        full(b"stts", pack(">III", 1, len(track.samples), 1)),
        full(b"stsc", pack(">IIII", 1, 1, len(track.samples), 1)),
        full(b"stsz", pack(">II", 0, len(track.samples)), *(pack(">I", len(one)) for one in track.samples)),
        full(kind, pack(">I", 1), pack(width, at)),
        extra,
    )
    url = full(b"dref", pack(">I", 1), box(b"url ", b"\0\0\0\1"))
    inner = box(b"minf", full(b"vmhd", bytes(8)), box(b"dinf", url), table, extra)
    handler = full(b"hdlr", bytes(4), track.handler, bytes(12), SECRET if extra else b"")
    media = box(b"mdia", full(b"mdhd", b"TIME" * 2, bytes(12)), handler, inner, extra)
    return box(b"trak", full(b"tkhd", b"TIME" * 2, bytes(72)), media, extra)


def _entry(handler: bytes, extra: bytes) -> bytes:
    if handler == b"vide":
        coder = SECRET if extra else b""
        return box(b"avc1", bytes(42), coder.ljust(32, b"\0"), bytes(4), box(b"avcC", b"\1\x64"), extra)
    if handler == b"soun":
        return box(b"mp4a", bytes(28), full(b"esds", b"\3"), extra)
    return box(b"mebx", bytes(8), extra)


def element(kind: int, body: bytes, *, size: int | None = None) -> bytes:
    """One element of a WebM; ``size`` -1 leaves its end open."""
    name = kind.to_bytes((kind.bit_length() + 7) // 8, "big")
    told = (1 << 56) - 1 if size == -1 else len(body)
    return name + (told | 1 << 56).to_bytes(8, "big") + body


def webm(*blocks: bytes, extra: bytes = b"", codec=b"V_VP8", kind=1, live=False) -> bytes:
    """A whole clip, with ``extra`` wherever an element may stand; a live one names no ends."""
    size = -1 if live else None
    head = element(0x1A45DFA3, element(0x4282, b"webm") + extra)
    names = (
        element(0x4D80, SECRET) + element(0x5741, SECRET) + element(0x7BA9, SECRET) + element(0x4461, SECRET)
    )
    info = element(0x1549A966, element(0x2AD7B1, b"\x0f\x42\x40") + names + extra)
    track = element(0x83, bytes([kind])) + element(0x86, codec) + element(0x536E, SECRET) + extra
    tracks = element(0x1654AE6B, element(0xAE, track) + extra)
    cluster = element(0xE7, b"\0") + b"".join(element(0xA3, block) for block in blocks) + extra
    tags = element(0x1254C367, SECRET) + element(0x1941A469, SECRET)
    parts = (
        info + tracks + element(0x1F43B675, cluster, size=size) + element(0x1C53BB6B, extra) + tags + extra
    )
    return head + element(0x18538067, parts, size=size)


def webm_places() -> bytes:
    """Elements that nobody needs, one of them with a name of one byte and nothing in it."""
    return element(0x1254C367, SECRET) + b"\xbf\x84" + SECRET[:4] + b"\xbf\x80" + element(0x4FFF, SECRET)
