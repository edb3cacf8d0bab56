"""Numbers in a level, in digits and in words: three of five mornings, 3/5, 60 %, a quarter of an hour."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from alongside.core.scale_lint import lexicon

_TOKEN = re.compile(
    r"\d{1,9}(?:[.:]\d{1,4})?(?![.:]?\d)|\d{1,9}|[^\W\d_]+(?:'[^\W\d_]+)*|[%/]|(?<=[\w]) ?- ?(?=\d)"
)
_CLOCK = re.compile(r"(\d{1,2})[.:](\d\d)$")
_TYPED = str.maketrans(
    {"’": "'", "‘": "'", "–": "-", "—": "-", "½": " half ", "¼": " quarter ", "″": '"', "“": '"', "”": '"'}
)
_TEENS = range(20, 100, 10)
SHARE_OF_OCCASIONS = "occasion/share"
HELP = "help"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit: from ``low`` to ``high``, a share (0 to 1) when ``of`` says of how many.

    ``window`` is the "week" of "twice a week". ``at`` are the places of its own words among the tokens.
    """

    unit: str
    low: Fraction
    high: Fraction
    of: Fraction | None = None
    is_share: bool = False
    window: str = ""
    at: range = range(0)

    @property
    def middle(self) -> Fraction:
        """The middle of the range; the number itself when it is one."""
        return (self.low + self.high) / 2

    @property
    def key(self) -> str:
        """What is counted, so that two levels can be compared."""
        return f"{self.unit}/share" if self.is_share else self.unit


def plain(text: str) -> str:
    """The text in small letters with one kind of quote and dash."""
    return text.translate(_TYPED).lower()


def tokens_of(text: str) -> tuple[str, ...]:
    """Words, numbers and the signs % / - that belong to numbers, from a text made plain."""
    return tuple(token.strip() for token in _TOKEN.findall(text))


def stem(word: str) -> str:
    """A word without its plural or its third-person ending: reminders, reaches, tidies, pulling."""
    word = word.removesuffix("'s")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes", "oes")) and word != "shoes":
        return word[:-2]
    return word[:-1] if len(word) > 2 and word.endswith("s") and not word.endswith("ss") else word


def quantities(tokens: tuple[str, ...]) -> tuple[Quantity, ...]:
    """Every number in the text with its unit, in reading order; hours and minutes side by side are one."""
    found: list[Quantity] = []
    place = 0
    while place < len(tokens):
        quantity = _quantity(tokens, place)
        if quantity is None:
            place += 1
            continue
        place = _after(tokens, quantity)
        _keep(found, quantity, tokens)
    return tuple(found)


def _after(tokens: tuple[str, ...], quantity: Quantity) -> int:
    """Where to read on: after the number, and after the "each day" that says in what time."""
    place = quantity.at.stop
    while quantity.window and stem(tokens[place - 1]) != quantity.window:
        place += 1
    return place


def _keep(found: list[Quantity], quantity: Quantity, tokens: tuple[str, ...]) -> None:
    """Add a quantity, or join the minutes of "1 hour 45 minutes" to their hour."""
    before = found[-1] if found else None
    if before and before.unit == quantity.unit == "duration" and _are_one(before, quantity, tokens):
        whole = before.low + quantity.low
        found[-1] = replace(before, low=whole, high=whole, at=range(before.at.start, quantity.at.stop))
    else:
        found.append(quantity)


def _are_one(before: Quantity, quantity: Quantity, tokens: tuple[str, ...]) -> bool:
    between = tokens[before.at.stop : quantity.at.start]
    return between[1:] in {(), ("and",)} and before.low >= 3600 > quantity.low


def _quantity(tokens: tuple[str, ...], place: int) -> Quantity | None:
    token = tokens[place]
    if token in {"every", "each", "always", "never", "all"}:
        return _whole_share(tokens, place)
    if token in {"half", "quarter", "quarters"}:
        return _part(tokens, place)
    if token in {"a", "an"} and place + 1 < len(tokens):
        return _single_duration(tokens, place)
    return _numbered(tokens, place)


def _whole_share(tokens: tuple[str, ...], place: int) -> Quantity | None:
    """Always and never, every morning, all five mornings."""
    word, after = tokens[place], _number(tokens, place + 1)
    if word == "all" and after:
        unit = _unit(tokens, after[1])
        return _share(unit, after[0], after[0], after[0], range(place, after[1]))
    if word in {"always", "never"}:
        return _share("occasion", Fraction(word == "always"), None, Fraction(1), range(place, place + 1))
    noun = place + 2 if _word(tokens, place + 1) in {"single", "school"} else place + 1
    if word != "all" and stem(_word(tokens, noun)) in lexicon.OCCASIONS and not _is_window(tokens, place):
        return _share("occasion", Fraction(1), None, Fraction(1), range(place, noun))
    return None


def _is_window(tokens: tuple[str, ...], place: int) -> bool:
    """The "every day" of "twice every day" says how long is looked at, not how often it happens."""
    before = stem(_word(tokens, place - 1)) if place else ""
    return before in lexicon.TIMES_WORDS or before == "time"


def _share(unit: str, low: Fraction, high: Fraction | None, of: Fraction, at: range) -> Quantity:
    """A share of ``of``; "5 of 0" has none and is taken as none of them."""
    most = low if high is None else high
    if of == 0:
        low, most, of = Fraction(0), Fraction(0), Fraction(1)
    return Quantity(unit=unit, low=low / of, high=most / of, of=of, is_share=True, at=at)


def _part(tokens: tuple[str, ...], place: int) -> Quantity | None:
    """Half an hour, a quarter of an hour, half of the letters, half a sentence."""
    before = _number(tokens, place - 1) if tokens[place] == "quarters" and place else None
    share = Fraction(1, 2) if tokens[place] == "half" else Fraction(int(before[0]) if before else 1, 4)
    after = place + 1
    if _word(tokens, after) == "past":
        return None
    is_of = _word(tokens, after) in {"of", "the", "his", "her", "their"}
    noun = _skip(tokens, after + (_word(tokens, after) == "of"))
    unit = _unit(tokens, noun)
    if unit == "duration":
        value = share * lexicon.SECONDS[stem(_word(tokens, noun))]
        return Quantity(unit=unit, low=value, high=value, at=range(place, noun))
    if is_of:
        return _share(unit, share, None, Fraction(1), range(place, after))
    return Quantity(unit=unit, low=share, high=share, at=range(place, after))


def _single_duration(tokens: tuple[str, ...], place: int) -> Quantity | None:
    """A minute, an hour; never the "a minute" of "ten times a minute"."""
    seconds = lexicon.SECONDS.get(stem(tokens[place + 1]))
    if seconds is None or _is_window(tokens, place) or stem(_word(tokens, place - 1)) in {"half", "quarter"}:
        return None
    return Quantity(
        unit="duration", low=Fraction(seconds), high=Fraction(seconds), at=range(place, place + 1)
    )


def _numbered(tokens: tuple[str, ...], place: int) -> Quantity | None:
    read = _number(tokens, place)
    if read is None or (place and tokens[place - 1] in lexicon.NAMES_BY_NUMBER):
        return None
    clock = _clock(tokens, place)
    if clock is not None:
        return clock
    low, after = read
    high, after = _end_of_range(tokens, low, after)
    if _word(tokens, after) in {"%", "percent"} or tokens[after : after + 2] == ("per", "cent"):
        noun = _skip(tokens, after + (2 if tokens[after] == "per" else 1), {"of"})
        return _share(_unit(tokens, noun), low, high, Fraction(100), range(place, noun))
    return _shared_or_counted(tokens, range(place, after), low, high)


def _clock(tokens: tuple[str, ...], place: int) -> Quantity | None:
    shape = _CLOCK.match(tokens[place])
    after = _word(tokens, place + 1)
    is_said = after in {"am", "pm", "o'clock"}
    if not is_said and not (shape and place and tokens[place - 1] in lexicon.CLOCK_BEFORE):
        return None
    hour, minute = (int(shape[1]), int(shape[2])) if shape else (int(_value(tokens[place]) or 0), 0)
    value = Fraction(hour * 60 + minute)
    return Quantity(unit="clock", low=value, high=value, at=range(place, place + 1 + is_said))


def _end_of_range(tokens: tuple[str, ...], low: Fraction, after: int) -> tuple[Fraction, int]:
    """The upper end of 3-4, 3 to 4, 3 or 4; the lower end again when there is none."""
    if _word(tokens, after) in {"-", "to", "or"}:
        upper = _number(tokens, after + 1)
        if upper and upper[0] > low and tokens[after + 1] != "no":
            return upper
    return low, after


def _shared_or_counted(tokens: tuple[str, ...], at: range, low: Fraction, high: Fraction) -> Quantity | None:
    """3 of 5 mornings, 3 mornings out of 5, 3 mornings."""
    whole = _whole_of(tokens, at.stop)
    if whole and high <= whole[0]:
        return _share(_unit(tokens, whole[1]), low, high, whole[0], range(at.start, whole[1]))
    noun = _skip(tokens, at.stop)
    unit, of_noun = _unit(tokens, noun), _whole_of(tokens, noun + 1)
    if of_noun and high <= of_noun[0] and _unit(tokens, of_noun[1]) not in {"duration", "length"}:
        return _share(unit, low, high, of_noun[0], range(at.start, of_noun[1]))
    return _counted(tokens, at, noun, Quantity(unit=unit, low=low, high=high, at=at))


def _whole_of(tokens: tuple[str, ...], place: int) -> tuple[Fraction, int] | None:
    """The 5 of "/ 5", "of 5", "out of the 5", "in 5", and the place after it."""
    if _word(tokens, place) == "out":
        place += 1
    if _word(tokens, place) not in {"/", "of", "in"}:
        return None
    whole = _number(tokens, _skip(tokens, place + 1))
    is_time = whole and tokens[place] == "in" and _unit(tokens, whole[1]) in {"duration", "length"}
    return None if is_time else whole


def _counted(tokens: tuple[str, ...], at: range, noun: int, quantity: Quantity) -> Quantity | None:
    first, word = tokens[at.start], stem(_word(tokens, noun))
    if first == "once" and not _is_count_of_times(tokens, at.stop):
        return None
    if first in lexicon.TIMES_WORDS:
        return replace(quantity, unit="occasion", window=_window(tokens, at.stop))
    scale = lexicon.SECONDS.get(word) or lexicon.CENTIMETRES.get(word) or 1
    low, high = quantity.low * scale, quantity.high * scale
    return replace(quantity, low=low, high=high, window=_window(tokens, noun + 1))


def _is_count_of_times(tokens: tuple[str, ...], after: int) -> bool:
    follows = _word(tokens, after)
    is_period = stem(_word(tokens, after + 1)) in lexicon.WINDOWS
    return follows in {"", "when", "per", "in", "on", "out"} or (
        follows in {"a", "each", "every"} and is_period
    )


def _window(tokens: tuple[str, ...], place: int) -> str:
    if _word(tokens, place) in {"a", "per", "each", "every"}:
        noun = stem(_word(tokens, place + 1))
        return noun if noun in lexicon.WINDOWS else ""
    return ""


def _unit(tokens: tuple[str, ...], place: int) -> str:
    """What is counted at this place: duration, length, occasion, help, or the thing's own name."""
    word = stem(_word(tokens, _skip(tokens, place)))
    if word in lexicon.SECONDS:
        return "duration"
    if word in lexicon.CENTIMETRES:
        return "length"
    if word in lexicon.OCCASIONS:
        return "occasion"
    return HELP if word in lexicon.HELP else ("" if word in lexicon.STOP else word)


def _skip(tokens: tuple[str, ...], place: int, more: frozenset[str] | set[str] = frozenset()) -> int:
    while place < len(tokens) and (tokens[place] in lexicon.FILLERS or tokens[place] in more):
        place += 1
    return place


def _number(tokens: tuple[str, ...], place: int) -> tuple[Fraction, int] | None:
    """The number that begins at this place, and the place after it."""
    value = _value(_word(tokens, place))
    if value is None:
        return None
    ones = _value(_word(tokens, place + 1)) if value in _TEENS and not tokens[place].isdigit() else None
    if ones is not None and 0 < ones < 10 and tokens[place + 1] in lexicon.NUMBERS:
        return value + ones, place + 2
    return value, place + 1


def _value(token: str) -> Fraction | None:
    if token[:1].isdecimal() and token.isascii():
        return Fraction(token.replace(":", "."))
    found = lexicon.NUMBERS.get(token)
    return None if found is None else Fraction(found)


def _word(tokens: tuple[str, ...], place: int) -> str:
    return tokens[place] if 0 <= place < len(tokens) else ""
