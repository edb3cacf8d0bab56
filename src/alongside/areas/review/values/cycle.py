"""Looking back together, as the faces see it."""

from enum import StrEnum


class Ending(StrEnum):
    """What becomes of one goal: it is reached, goes on as it is, gets other words, or rests."""

    REACHED = "REACHED"
    GO_ON = "GO_ON"
    CHANGE = "CHANGE"
    REST = "REST"


class Ahead(StrEnum):
    """What becomes of the whole plan: the same rhythm, less often, one check-in on a day, or goodbye."""

    SAME = "SAME"
    LESS_OFTEN = "LESS_OFTEN"
    CHECK_IN = "CHECK_IN"
    GOODBYE = "GOODBYE"


class Decided(StrEnum):
    """Where a decision stands: proposed by one side, agreed by both, seen differently, or taken back."""

    PROPOSED = "PROPOSED"
    AGREED = "AGREED"
    DIFFERENT = "DIFFERENT"
    WITHDRAWN = "WITHDRAWN"
