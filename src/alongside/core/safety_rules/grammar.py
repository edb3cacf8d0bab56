"""How a safety rule is written: a ruling, when it holds, and the sentence for each reader."""

from dataclasses import dataclass
from enum import IntEnum

from alongside.core.words import gettext_noop as _

PLACES = frozenset({"home", "school", "community", "park", "car", "clinic"})


class Ruling(IntEnum):
    """How far an idea may go, from free to never."""

    ALLOWED = 0
    WARN = 1
    NEVER_UNLESS = 2  # A named therapist writes why.
    EXCLUDED = 3  # Nobody can override it.


class Watch(IntEnum):
    """How close a grown-up stays: nobody near, near enough to see and hear, within touch."""

    NONE = 0
    NEARBY = 1
    FULL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where an idea would happen and who keeps an eye on it. ``watch`` is None while nobody has said.

    ``place`` is one of PLACES, "" when it is not known; ``routine`` a code of core.routines, "" for none.
    """

    place: str = ""
    routine: str = ""
    watch: Watch | None = None

    @property
    def key(self) -> str:
        """The same as a word, for a written reason that holds here alone: ``bath:home:1``."""
        return f"{self.routine}:{self.place}:{'' if self.watch is None else int(self.watch)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The plain sentence for each reader."""

    therapist: str
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A stricter ruling when everything that it names holds.

    Of the child: any of the facts, any food (``any_food``), or younger than ``under_age``. Of the place: one of
    ``places``, one of ``routines``, and nobody as close as ``watch``.
    """

    ruling: Ruling
    facts: frozenset[str]
    any_food: bool
    under_age: int
    places: frozenset[str]
    routines: frozenset[str]
    watch: Watch
    text: Text

    @property
    def asks_where(self) -> bool:
        """Whether the place or the grown-up matters to it."""
        return bool(self.places or self.routines or self.watch)

    @property
    def asks_who(self) -> bool:
        """Whether a fact or the age of the child matters to it."""
        return bool(self.facts or self.any_food or self.under_age)

    def holds_at(self, where: Where | None) -> bool:
        """Whether its place is this one. A place that nobody described counts as any of them."""
        if not self.asks_where:
            return True
        if where is None:
            return False
        here = where.place in self.places or (where.place != "" and where.place not in PLACES)
        unwatched = where.watch is not None and where.watch < self.watch
        return (
            (not self.places or here)
            and (not self.routines or where.routine in self.routines)
            and (not self.watch or unwatched)
        )

    @property
    def because_here(self) -> str:
        """What of the place it is about, in English source text; "" when the place does not matter."""
        if self.watch:
            return _NOBODY[self.watch]
        return _("the place or the time of day") if self.asks_where else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRules:
    """The ruling on a code for every child, its sentences, and the rules that can make it stricter."""

    base: Ruling
    text: Text
    rules: tuple[Rule, ...]


def code(base: Ruling, therapist: str, family: str, *rules: Rule) -> CodeRules:
    """What a code means for every child, and the rules that make it stricter."""
    return CodeRules(base=base, text=Text(therapist=therapist, family=family), rules=rules)


def warn(when: str, therapist: str, family: str) -> Rule:
    """A rule that only warns; ``when`` as in ``never``."""
    return _rule(Ruling.WARN, when, therapist, family)


def never(when: str, therapist: str, family: str) -> Rule:
    """A rule that says no until a named therapist writes why.

    ``when`` lists, with spaces between, fact codes, ``food:*`` for any food, ``<3`` for an age, ``#car`` for a place,
    ``@bath`` for a routine, and ``-touch`` or ``-near`` for nobody within touch or nobody near. One of the child's
    has to hold, and one of each kind that speaks of the place.
    """
    return _rule(Ruling.NEVER_UNLESS, when, therapist, family)


def _rule(ruling: Ruling, when: str, therapist: str, family: str) -> Rule:
    parts = when.split()
    return Rule(
        ruling=ruling,
        facts=frozenset(part for part in parts if part[0] not in "<#@-" and part != "food:*"),
        any_food="food:*" in parts,
        under_age=max((int(part[1:]) for part in parts if part[0] == "<"), default=0),
        places=frozenset(part[1:] for part in parts if part[0] == "#"),
        routines=frozenset(part[1:] for part in parts if part[0] == "@"),
        watch=max((_WATCH[part] for part in parts if part[0] == "-"), default=Watch.NONE),
        text=Text(therapist=therapist, family=family),
    )


_WATCH = {"-near": Watch.NEARBY, "-touch": Watch.FULL}
_NOBODY = {Watch.NEARBY: _("nobody near"), Watch.FULL: _("nobody within touch")}
ALLOWED, WARN, EXCLUDED = Ruling.ALLOWED, Ruling.WARN, Ruling.EXCLUDED
ASK_FIRST = _("Your therapist looks at this one first.")
NOT_FOR_NOW = _("This one is not for now. Your therapist will find another.")
SOMEBODY_CLOSE = _("Only when a grown-up stays within touch.")
SOMEBODY_NEAR = _("Only when a grown-up is near.")
SEIZURES = "seizures_uncontrolled seizures_photosensitive"
MOUTHING = "mouths_objects pica"
