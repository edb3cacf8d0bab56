"""When Willow House works: four weeks of therapists, two places, times kept free, the school year, and one leave."""

from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from alongside.areas.diary import actions as diary
from alongside.areas.diary.values import KeptKind, TermKind, WeeklyKeptDraft, WorkingDraft
from alongside.config.demo.almanac import WEEKDAYS, Almanac
from alongside.config.demo.people import Dice
from alongside.config.demo.scene import House

_SEED = 1947
_BASE, _ANNEXE = "Mill Lane", "Hill Road Annexe"
# Who works on which days, from when until when; a place other than the base stands at the end.
_WEEKS = {
    "hannah": (("Mon Tue Wed Thu", "08:30", "17:45"), ("Fri", "08:30", "13:00")),
    "tom": (
        ("Mon Tue Thu Fri", "08:30", "17:00"),
        ("Wed", "09:00", "12:00", _ANNEXE),
        ("Wed", "12:45", "17:00"),
    ),
    "bethan": (("Tue Wed Thu", "09:30", "18:00"),),
    "marek": (("Wed", "09:00", "15:00", _ANNEXE), ("Thu Fri", "09:00", "17:15")),
}
_KEPT = {
    "hannah": (
        ("LUNCH", "Mon Tue Wed Thu", "12:15", "13:00"),
        ("NOTES", "Mon Tue Wed", "16:45", "17:15"),
        ("NOTES", "Thu", "14:45", "15:30"),
        ("NOTES", "Fri", "12:00", "13:00"),
    ),
    "tom": (
        ("LUNCH", "Mon Tue Thu Fri", "12:30", "13:15"),
        ("NOTES", "Mon Tue Wed Thu Fri", "16:30", "17:00"),
        ("SUPERVISION", "Thu", "14:00", "15:00"),
    ),
    "bethan": (("LUNCH", "Tue Wed Thu", "12:30", "13:15"), ("NOTES", "Tue Wed Thu", "13:30", "14:15")),
    "marek": (("LUNCH", "Thu Fri", "12:30", "13:15"), ("NOTES", "Wed Thu Fri", "14:15", "14:45")),
}
_LEAVE = "2"  # Tom's week away, counted from week 0


def keep_times(almanac: Almanac, house: House) -> None:
    """Everything about when the house works, as its owner wrote it down on the day after the founding.

    The identifiers come of dice of their own, so that the families' stay what they were.
    """
    since = almanac.when("-30 Tue 09:00")
    desk: dict[str, Any] = {"actor": house.actor("olive", since), "clinic": house.clinic.pk, "at": since}
    dice, first = Dice(_SEED), since.date()
    places = _places(desk, dice)
    for key, week in _WEEKS.items():
        drafts = [draft for line in week for draft in _working(places, *line)]
        diary.keep_working_week(**desk, person=house.team[key].uuid, from_on=first, week=drafts)
    for key, lines in _KEPT.items():
        for line in lines:
            _keep(desk, dice, house.team[key].uuid, first, *line)
    _keep(desk, dice, None, first, "TEAM", "Tue", "09:00", "09:45")
    _year(desk, dice, almanac.today)
    diary.choose_country(**desk, country="GB", subdivision="ENG")
    away: dict[str, Any] = {"first": almanac.day(f"{_LEAVE} Mon"), "last": almanac.day(f"{_LEAVE} Fri")}
    diary.take_leave(**desk, person=house.team["tom"].uuid, kept=dice.uuid(since), **away)


def school_year(today: date) -> list[tuple[str, TermKind, date, date]]:
    """The terms of an English school year, as most counties have them: the year that ends in the coming summer."""
    year = today.year if today.month >= 8 else today.year - 1
    half_terms = [_monday(date(year, 10, 24)), _monday(date(year + 1, 2, 12)), _monday(date(year + 1, 5, 25))]
    autumn = _on(date(year, 9, 1), 2), _on(date(year, 12, 15), 4)
    spring = _monday(date(year + 1, 1, 2)), _on(date(year + 1, 3, 24), 4)
    summer = _monday(date(year + 1, 4, 11)), _on(date(year + 1, 7, 19), 2)
    terms = (("Autumn term", autumn), ("Spring term", spring), ("Summer term", summer))
    breaks = (("Christmas holidays", autumn, spring), ("Easter holidays", spring, summer))
    day = timedelta(days=1)
    return [
        *((name, TermKind.TERM, *span) for name, span in terms),
        *((name, TermKind.HOLIDAY, one[1] + day, after[0] - day) for name, one, after in breaks),
        *(("Half term", TermKind.HOLIDAY, monday, monday + 4 * day) for monday in half_terms),
    ]


def _places(desk: dict[str, Any], dice: Dice) -> dict[str, UUID]:
    made = {name: dice.uuid(desk["at"]) for name in (_BASE, _ANNEXE)}
    where = {_BASE: "4 Mill Lane", _ANNEXE: "The old school, Hill Road"}
    for name, site in made.items():
        diary.keep_site(**desk, site=site, name=name, address=where[name])
    diary.keep_travel(**desk, a=made[_BASE], b=made[_ANNEXE], minutes=20)
    return made


def _working(
    places: dict[str, UUID], days: str, start: str, end: str, place: str = _BASE
) -> list[WorkingDraft]:
    clocks = {"from_time": time.fromisoformat(start), "until_time": time.fromisoformat(end)}
    return [WorkingDraft(weekday=WEEKDAYS.index(day), **clocks, site=places[place]) for day in days.split()]


def _keep(desk: dict[str, Any], dice: Dice, person: UUID | None, first: date, *line: str) -> None:
    kind, days, start, end = line
    for day in days.split():
        draft = WeeklyKeptDraft(
            kind=KeptKind(kind),
            weekday=WEEKDAYS.index(day),
            from_time=time.fromisoformat(start),
            until_time=time.fromisoformat(end),
            first=first,
        )
        diary.keep_free(**desk, kept=dice.uuid(desk["at"]), draft=draft, person=person)


def _year(desk: dict[str, Any], dice: Dice, today: date) -> None:
    for name, kind, first, last in school_year(today):
        term = dice.uuid(desk["at"])
        diary.keep_term(**desk, term=term, name=name, kind=kind, first=first, last=last)


def _on(day: date, weekday: int) -> date:
    """The first such weekday from this day on; 0 is Monday."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _monday(day: date) -> date:
    return _on(day, 0)
