"""Times of a clinic in one line each."""

from datetime import date, time
from uuid import uuid4

from alongside.areas.diary import actions as diary
from alongside.areas.diary.values import KeptKind, RulesDraft, WeeklyKeptDraft, WorkingDraft

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)


def draft_of_rules(**changed):
    """The rules that the form sends, with a few changes."""
    usual = RulesDraft(
        works_on_public_holidays=False,
        works_in_school_holidays=True,
        buffer_minutes=10,
        hours_before_free_cancel=24,
        cancel_words="",
        hold_hours=48,
        school_from=time(8, 45),
        school_until=time(15, 15),
        reminds=True,
        remind_at=time(16),
    )
    return RulesDraft(**{name: getattr(usual, name) for name in RulesDraft.__dataclass_fields__} | changed)


def works(weekday, start, end, site=None):
    """One working time from and until full hours, or times."""
    return WorkingDraft(weekday=weekday, from_time=_clock(start), until_time=_clock(end), site=site)


def weekly(kind=KeptKind.LUNCH, weekday=0, start=time(12), end=time(12, 45), first=MONDAY, **more):
    """A time of the week to be kept."""
    return WeeklyKeptDraft(kind=kind, weekday=weekday, from_time=start, until_time=end, first=first, **more)


def as_owner(cast):
    """What every action of the clinic's times wants first."""
    return {"actor": cast.olive.actor, "clinic": cast.clinic.pk, "at": cast.at}


def place(cast, name, **more):
    """Keep a place and answer its uuid."""
    site = uuid4()
    diary.keep_site(**as_owner(cast), site=site, name=name, **more)
    return site


def _clock(hour):
    return hour if isinstance(hour, time) else time(hour)
