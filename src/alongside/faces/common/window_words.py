"""When a family could come, in a sentence; the same on the phone and at the desk."""

from collections.abc import Iterable, Sequence

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _

from alongside.core.day_parts import WHOLE_DAY, days_that_never_go
from alongside.core.fitting import Said, Wish

_Span = tuple[int, int]


def in_words(wishes: Sequence[Wish]) -> str:
    """ "15:30 to 17:30 on Mon, Tue, Thu. Best 15:30 to 17:30 on Thu. Never Wednesday." Empty where nobody spoke."""
    could = [_days_of(span, days) for span, days in _by_span(_once(wishes), Said.COULD, Said.PREFER)]
    best = [_days_of(span, days) for span, days in _by_span(wishes, Said.PREFER)]
    never = days_that_never_go(wishes)
    parts = [_days_of(span, days) for span, days in _by_span(wishes, Said.COULD_NOT) if span != WHOLE_DAY]
    said = [_("%(times)s.") % {"times": "; ".join(could)}] if could else []
    if best:
        said.append(_("Best %(times)s.") % {"times": "; ".join(best)})
    if never:
        named = WEEKDAYS if len(never) == 1 else WEEKDAYS_ABBR
        said.append(_("Never %(days)s.") % {"days": ", ".join(str(named[day]) for day in never)})
    if parts:
        said.append(_("Not %(times)s.") % {"times": "; ".join(parts)})
    return " ".join(said)


def clock(minute: int) -> str:
    """ "15:45" from minutes since midnight."""
    return f"{minute // 60}:{minute % 60:02}"


def _by_span(wishes: Iterable[Wish], *said: Said) -> list[tuple[_Span, list[int]]]:
    spans: dict[_Span, set[int]] = {}
    for wish in wishes:
        if wish.said in said:
            spans.setdefault((wish.starts, wish.ends), set()).add(wish.weekday)
    return [(span, sorted(days)) for span, days in sorted(spans.items())]


def _once(wishes: Sequence[Wish]) -> list[Wish]:
    """Without what would be best, where it lies within a time that works anyhow."""
    could = [wish for wish in wishes if wish.said is Said.COULD]
    return [wish for wish in wishes if wish.said is not Said.PREFER or not _is_within(wish, could)]


def _is_within(wish: Wish, others: Iterable[Wish]) -> bool:
    return any(
        one.weekday == wish.weekday and one.starts <= wish.starts and wish.ends <= one.ends for one in others
    )


def _days_of(span: _Span, days: Iterable[int]) -> str:
    named = {"from": clock(span[0]), "until": clock(span[1])}
    said = {
        "times": _("%(from)s to %(until)s") % named,
        "days": ", ".join(str(WEEKDAYS_ABBR[day]) for day in days),
    }
    return _("%(times)s on %(days)s") % said
