"""What both walkers of clips share."""


class CannotWalk(Exception):
    """The clip holds something that the walker does not know its way through, so it is not taken in."""


def number(content: bytes | bytearray, at: int, size: int) -> int:
    """The whole number of ``size`` bytes at ``at``, big end first; CannotWalk when the clip ends before."""
    if at < 0 or at + size > len(content):
        raise CannotWalk
    return int.from_bytes(content[at : at + size], "big")


def blank(content: bytearray, start: int, end: int) -> None:
    """Zeros from ``start`` to before ``end``; CannotWalk when that is not inside the clip."""
    if not 0 <= start <= end <= len(content):
        raise CannotWalk
    content[start:end] = bytes(end - start)
