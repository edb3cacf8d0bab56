"""What stands around a listed word, where that decides whether the word means what the list means."""

import re

from alongside.core.words_keeper.listing import Found

_LOOK_BACK = 40
_DETERMINER = r"(?:the|a|an|my|your|his|her|their|our|its|this|that)"
_OTHERS = r"(?:peers|friends|classmates|age|year|class|others|schedule)"
_NUMBER = (
    r"(?:\d{1,4}|a few|a couple|once|twice|one|two|three|four|five|six|seven|eight|nine|ten|half|some|part)"
)
_TRYING = (
    r"(?:manag\w*|did|does|tried|tries|came|comes|ate|eats|got|gets|reached|wrote|finished|sat|slept|went)"
)
_THINGS = r"(?:minutes?|mins?|seconds?|steps?|ideas?|pounds|person|people|thing|way)"
_SPEAKERS = r"(?:i|we|you|it|this|that|there|nothing|nobody|who|which)"
_LOVED = (
    r"(?:brother|sister|friends?|dad|daddy|mum|mummy|gran\w*|nan\w*|teacher|dog|cat|cousins?|teddy|rabbit)"
)


def _ends(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’])(?:{pattern})\s{{0,3}}$", re.IGNORECASE)


def _follows(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\s{{1,3}}(?:{pattern})(?![\w])", re.IGNORECASE)


_OF_US = _ends(rf"{_SPEAKERS}(?:\s(?:just|simply|still|really|also))?(?:\s(?:am|are|is|was|were))?")
_OTHER_BEFORE = {
    **dict.fromkeys(
        ("cannot", "can't", "can not", "unable", "is unable to", "are unable to", "were unable to"), _OF_US
    ),
    "missed": _ends(r"(?:we|i|you|he|she|they)\s(?:have|has|had|will have|all)"),
    "only": _ends(r"the|an|if|not|his|her|their|my|your|our"),
    "behind": _ends(r"from|left|close|right|leave|\d%"),
    "peers": _ends(r"he|she|who|it"),
    "present with": _ends(r"a|the|his|her|my|be|was|is|were|are|all"),
    "weak": _ends(r"of"),
    **dict.fromkeys(("fails to", "failed to", "failed", "fails"), _ends(r"never|not")),
    **dict.fromkeys(("cue", "cues"), _ends(r"right on|on")),
}
_OTHER_AFTER = {
    "missed": _follows(rf"(?:you|him|us|me|them)|(?:(?:his|her|their|my|your|our)\s)?{_LOVED}"),
    "behind": _follows(
        rf"(?:him|us|me|them|it|you|schedule)|her(?!\s{_OTHERS})|{_DETERMINER}(?:\sother)?\s(?!{_OTHERS})\w+"
    ),
    "skipped": _follows(r"to|along|across|around|round|with|over|down|and"),
    "score": _follows(r"a|goals?"),
    "scores": _follows(r"a|goals?"),
    "should have": _follows(rf"{_DETERMINER}|some|more|enough|plenty|no|one|two|time"),
    "slot": _follows(_DETERMINER),
    "slots": _follows(r"into|in"),
    "prone": _follows(r"to"),
    "poor": _follows(r"thing|love|lamb|you|light|weather"),
    "weak": _follows(r"tea|squash|light"),
    "assess": _follows(r"ourselves"),
    "only": _follows(rf"(?:one|two|\d)\s{_THINGS}|{_NUMBER}\s(?:minutes?|seconds?|steps?|at a time)"),
}
_NEEDED_AFTER = {"only": _follows(rf"{_NUMBER}|{_TRYING}")}


def means_it(text: str, found: Found) -> bool:
    """Whether the words around leave the listed word its listed meaning: not "behind the sofa", not "we can't come"."""
    word = " ".join(found.listed.keys)
    before, after, needed = _OTHER_BEFORE.get(word), _OTHER_AFTER.get(word), _NEEDED_AFTER.get(word)
    if before and before.search(text[max(0, found.start - _LOOK_BACK) : found.start]):
        return False
    if after and after.match(text, found.end):
        return False
    return not needed or bool(needed.match(text, found.end))
