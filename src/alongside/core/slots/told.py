"""What a plan is worth by parts, and why each time is where it is: all reasons together are the objective."""

from collections import Counter
from collections.abc import Mapping

from alongside.core.slots import points
from alongside.core.slots.draft import Draft
from alongside.core.slots.instance import DAYS, GRID, Child, Instance, Therapist, Time, Way
from alongside.core.slots.options import matches
from alongside.core.slots.points import Part
from alongside.core.slots.result import Explained, LeftOut, Placement, Reason
from alongside.core.words import Phrase, gettext_noop, phrase

_MOST_CHANGES = 3


def parts(draft: Draft, explained: tuple[Explained, ...]) -> Mapping[Part, int]:
    """The objective by parts: what every placement brings, siblings once a family, and gaps."""
    found: Counter[Part] = Counter(dict.fromkeys(Part, 0))
    for one in explained:
        for reason in one.reasons:
            found[reason.part] += reason.points
    found[Part.SIBLINGS] = points.SIBLINGS * draft.back_to_back()
    found[Part.GAPS] = -points.GAP * int(draft.gaps().sum())
    return dict(found)


class Teller:
    """Tells about one plan in plain sentences made from its data."""

    def __init__(
        self, draft: Draft, placed: tuple[Placement, ...], waits: frozenset[str] = frozenset()
    ) -> None:
        self._draft, self._instance = draft, draft.options.instance
        self._children = {one.id: one for one in self._instance.children}
        self._people = {one.id: one for one in self._instance.therapists}
        self._at = {one.id: at for at, one in enumerate(self._instance.children)}
        self._now = set(self._instance.now)
        self._placed, self._waits = placed, waits
        self._holder = self._holders()

    def _holders(self) -> dict[int, int]:
        """Which child holds each cell of a therapist."""
        options = self._draft.options
        return {
            cell: child
            for child, few in enumerate(self._draft.chosen)
            for at, _ in few
            for cell in range(int(options.lo[at]), int(options.lo[at] + options.length[at]))
        }

    def explained(self) -> tuple[Explained, ...]:
        """Every placement with its reasons and what would change it."""
        return tuple(
            Explained(
                placement=one,
                reasons=tuple(reason for reason in self._reasons(one) if reason.points),
                changes=self._better(one),
            )
            for one in self._placed
        )

    def left_out(self) -> tuple[LeftOut, ...]:
        """Every child with fewer times than asked for."""
        had = Counter(one.child for one in self._placed)
        return tuple(
            self._left(child, child.sessions - had[child.id])
            for child in self._instance.children
            if had[child.id] < child.sessions
        )

    def _reasons(self, one: Placement) -> tuple[Reason, ...]:
        child, day = self._children[one.child], one.weekday
        first = points.served(child, 1) if one.session == 1 else points.FURTHER[child.urgency]
        missed = points.school_minutes(child, day, one.start)
        turns = child.after_school_turns
        return (
            Reason(part=Part.SERVED, points=first, why=self._served(child, one)),
            Reason(part=Part.PREFERENCE, points=points.preference(child, day, one.start), why=_said(_LIKED)),
            Reason(
                part=Part.SCHOOL,
                points=points.school(child, day, one.start),
                why=_said(_SCHOOL, minutes=missed),
            ),
            Reason(
                part=Part.SAME_PERSON,
                points=points.SAME_PERSON if one.therapist == child.before else 0,
                why=_said(_SAME, therapist=_called(self._people[one.therapist])),
            ),
            Reason(part=Part.STAYS, points=points.STAYS if one.time in self._now else 0, why=_said(_STAYS)),
            self._travel(child, one),
            Reason(
                part=Part.AFTER_SCHOOL,
                points=points.after_school(child, day, one.start),
                why=_said(_THEIR_TURN if turns == 0 else _HAD_TURNS, terms=turns),
            ),
        )

    def _served(self, child: Child, one: Placement) -> Phrase:
        if one.session > 1:
            return _said(_FURTHER, number=one.session, of=child.sessions)
        sentence = _WAITED if child.waiting_weeks else _FIRST
        return _said(sentence, urgency=child.urgency.value.replace("_", " "), weeks=child.waiting_weeks)

    def _travel(self, child: Child, one: Placement) -> Reason:
        if child.way is Way.AWAY:
            options = self._draft.options
            at = next(
                at
                for at, _ in self._draft.chosen[self._at[child.id]]
                if (int(options.day[at]), int(options.cell[at]) * GRID) == (one.weekday, one.start)
            )
            minutes = int(options.length[at]) * GRID - child.minutes - self._instance.buffer_minutes
            return Reason(part=Part.TRAVEL, points=points.road(minutes), why=_said(_ROAD, minutes=minutes))
        minutes = points.drive_minutes(child, one.site) if child.way is Way.ROOM else 0
        return Reason(part=Part.TRAVEL, points=points.road(minutes), why=_said(_DRIVE, minutes=minutes))

    def _better(self, one: Placement) -> tuple[Phrase, ...]:
        """Times that would count more for this child and are held by others."""
        options, child = self._draft.options, self._at[one.child]
        part = self._draft.of_child(child)
        mine = next(at for at, _ in self._draft.chosen[child] if int(options.day[at]) == one.weekday)
        better = [at for at in range(part.start, part.stop) if options.points[at] > options.points[mine]]
        better.sort(key=lambda at: (-int(options.points[at]), at))
        return tuple(self._if_free(at, child) for at in better[:1])

    def _if_free(self, at: int, child: int) -> Phrase:
        """What stands in the way of an option."""
        options = self._draft.options
        span = range(int(options.lo[at]), int(options.lo[at] + options.length[at]))
        holders = {self._holder[cell] for cell in span if cell in self._holder} - {child}
        if holders:
            names = ", ".join(sorted(_called(self._instance.children[one]) for one in holders))
            return _said(_HELD, **self._when(at), names=names)
        return _said(_FULL, **self._when(at))

    def _when(self, at: int) -> dict[str, str]:
        options = self._draft.options
        return {
            "therapist": _called(self._instance.therapists[options.therapist[at]]),
            "day": _DAYS[int(options.day[at])],
            "start": clock(int(options.cell[at]) * GRID),
        }

    def _left(self, child: Child, missing: int) -> LeftOut:
        why, changes = self._why(child)
        return LeftOut(child=child.id, missing=missing, why=why, changes=changes)

    def _why(self, child: Child) -> tuple[Phrase, tuple[Phrase, ...]]:
        """Why a child has fewer times than asked for, and what would change it."""
        at = self._at[child.id]
        part, held = self._draft.of_child(at), self._draft.chosen[at]
        if child.id in self._waits:
            return _said(_WAITS), ()
        if part.start == part.stop:
            return self._nothing(child)
        if held:
            return _said(_SOME, number=len(held), of=child.sessions), self._first_choices(at)
        return _said(_TAKEN, number=part.stop - part.start), self._first_choices(at)

    def _first_choices(self, child: int) -> tuple[Phrase, ...]:
        """The times that would count most, each of another therapist or day, and what stands in the way."""
        options, part = self._draft.options, self._draft.of_child(child)
        taken = {int(options.day[at]) for at, _ in self._draft.chosen[child]}
        order = sorted(range(part.start, part.stop), key=lambda at: (-int(options.points[at]), at))
        seen: dict[tuple[int, int], int] = {}
        for at in order:
            if int(options.day[at]) not in taken:
                seen.setdefault((int(options.therapist[at]), int(options.day[at])), at)
        return tuple(self._if_free(at, child) for at in list(seen.values())[:_MOST_CHANGES])

    def _nothing(self, child: Child) -> tuple[Phrase, tuple[Phrase, ...]]:
        """No therapist at all, or none at a time and place that fits."""
        fitting = [one for one in self._instance.therapists if matches(child, one)]
        if fitting:
            names = ", ".join(_called(one) for one in fitting[:_MOST_CHANGES])
            return _said(_NO_TIME, names=names), (_said(_MORE_TIME, minutes=child.minutes),)
        return _said(_NOBODY), tuple(_said(_SOMEBODY, what=what) for what in _asked(child, self._instance))


def _asked(child: Child, instance: Instance) -> list[str]:
    """What a therapist would have to bring: of each therapist who lacks least."""
    lacks = [_lacking(child, one) for one in instance.therapists]
    least = min((len(one) for one in lacks), default=0)
    found = dict.fromkeys(", ".join(one) for one in lacks if len(one) == least)
    return list(found)[:_MOST_CHANGES]


def _lacking(child: Child, one: Therapist) -> list[str]:
    lacks = sorted(child.skills - one.skills) + sorted(child.credentials - one.credentials)
    if child.languages and not child.languages & one.languages:
        lacks.append(" / ".join(sorted(child.languages)))
    return lacks


def _called(one: Child | Therapist) -> str:
    return one.name or one.id


def clock(minutes: int) -> str:
    """Minutes of the day as 08:45."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def pin_phrase(instance: Instance, pin: Time, *, possible: bool) -> Phrase:
    """Why a pin is not kept."""
    people = {one.id: _called(one) for one in instance.therapists}
    sentence = _PIN_CROWDED if possible else _PIN_BREAKS
    return _said(sentence, therapist=people[pin.therapist], day=_DAYS[pin.weekday], start=clock(pin.start))


def _said(sentence: str, **values: str | int) -> Phrase:
    return phrase(_CODES[sentence], sentence, **values)


_DAYS = dict(
    zip(
        range(len(DAYS)),
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        strict=True,
    )
)
_FIRST = gettext_noop("A weekly time for this child. How soon: {urgency}.")
_WAITED = gettext_noop("A weekly time for this child. How soon: {urgency}. Weeks waited: {weeks}.")
_FURTHER = gettext_noop("This is time {number} of {of} in the week.")
_LIKED = gettext_noop("The family would like this time best.")
_SCHOOL = gettext_noop("{minutes} minutes of it are school time.")
_SAME = gettext_noop("{therapist} has seen this child before.")
_STAYS = gettext_noop("This is the time that the child has now.")
_DRIVE = gettext_noop("The family travels {minutes} minutes to get there.")
_ROAD = gettext_noop("The therapist is on the road for {minutes} minutes.")
_THEIR_TURN = gettext_noop("It is a time after school, and this family had none yet.")
_HAD_TURNS = gettext_noop("It is a time after school. Terms in which this family had one: {terms}.")
_HELD = gettext_noop("{day} {start} with {therapist} would count more. {names} has that time.")
_FULL = gettext_noop(
    "{day} {start} with {therapist} would count more. Rooms, minutes or other times are full."
)
_TAKEN = gettext_noop("{number} times would be possible. Others have what they need.")
_SOME = gettext_noop("{number} of {of} times have a place.")
_WAITS = gettext_noop("A repair looks for new times only for those who lose one.")
_NOBODY = gettext_noop("No therapist brings everything that is asked for.")
_SOMEBODY = gettext_noop("A therapist with this besides would help: {what}.")
_NO_TIME = gettext_noop("{names} could see this child, and never when the family and a room are free.")
_MORE_TIME = gettext_noop("Another {minutes} minutes in the week that suit the family would help.")
_PIN_BREAKS = gettext_noop("{day} {start} with {therapist} breaks a rule by itself.")
_PIN_CROWDED = gettext_noop("{day} {start} with {therapist} has no room beside the times before it.")
_CODES = {
    sentence: name.lower().strip("_")
    for name, sentence in globals().copy().items()
    if name.startswith("_") and isinstance(sentence, str) and "." in sentence and not name.startswith("__")
}
