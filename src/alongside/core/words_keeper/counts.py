"""Numbers without "of how many": counts and percentages of what somebody did."""

import re
from collections.abc import Iterator

from alongside.core.words import sentences

_LOOK_BACK = 24
_NUMBER = r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_UNIT = (
    r"(?:times|mornings|days|nights|evenings|afternoons|meals|dinners|breakfasts|lunches|teatimes|bedtimes|occasions"
    r"|attempts|tries|goes|trials|sessions|lessons|baths|outings|playtimes|weekends)"
)
_COUNT = re.compile(
    rf"(?<![\w.,:/£$€+-])(?:{_NUMBER}(?:\s(?:whole|school|different|separate|full))?\s{_UNIT}"
    r"|(?:twice|once)(?=\s(?:this|last|all|so\sfar|in\sthe)\s)|(?<=only\s)(?:twice|once))(?!\w)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(?<![\w.,])\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|per\s?cent(?!\w))", re.IGNORECASE)
_SAID_OF_WHAT = re.compile(
    rf"\s{{0,3}}(?:(?:a|an|per|each|every|daily|weekly|ago|later|from now|old|off|before|after|as|(?:out )?of|/)"
    rf"(?!\w)|(?:in|from|over)\s{_NUMBER}(?!\w)|in\sa\srow|running(?!\w)|(?:this|last|these)\s\w+,?\s(?:out )?of\s)",
    re.IGNORECASE,
)
_NOT_OF_DEEDS = re.compile(
    r"\s{0,3}(?:cotton|wool|polyester|juice|organic|natural|recycled|waterproof|safe|sure|certain|behind|with you"
    r"|there for|happy|right|off\b|charged|battery)",
    re.IGNORECASE,
)
_NO_DEED_BEFORE = re.compile(
    r"(?:\d|(?<!\w)(?:of|for|after|in|within|next|last|past|first|every|other|about|than|until|over|each|think"
    r"|these|those|the|took|takes|take))\s(?:the\s|at\sleast\s|about\s)?$",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\W*(?:(?:then|now|next|and|first|please|together|idea|step\s\d+)\W+)*"
    r"(?:try|do|push|rock|squeeze|count|jump|press|repeat|say|sing|let|give|offer|use|practise|roll|clap|tap|pull|hold"
    r"|brush|bounce|carry|bring|open|close|set|move|place|help|keep|go|start|make|build|find|look|listen|touch|rub"
    r"|fold|pour|stir|wash|dry|hang|throw|catch|kick|climb|step|stand|sit|lie|crawl|check|swing|read|write|draw|stop|wait|take|put|walk|run|play|ask|show|stretch|lift|turn|blow|breathe"
    r"|stamp|knock|ring|twice|once|one|two|three|four|five)\b"
    r"|.{0,60}\b(?:we will|you can|you could|let's|let us|shall|we plan)\b",
    re.IGNORECASE,
)


def bare_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where counts and percentages stand that do not say of how many. Plans, ages, dates and times are fine."""
    for start, end in sentences(text):
        yield from _percentages(text, start, end)
        if not _PLAN.match(text, start, end):
            yield from _counts(text, start, end)


def _percentages(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _PERCENT.finditer(text, start, end):
        if not _NOT_OF_DEEDS.match(text, found.end()):
            yield found.span()


def _counts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _COUNT.finditer(text, start, end):
        before = text[max(start, found.start() - _LOOK_BACK) : found.start()]
        if not _NO_DEED_BEFORE.search(before) and not _SAID_OF_WHAT.match(text, found.end(), end):
            yield found.span()
