"""What a family's life in the demo is made of: plain words, and when they were said (see almanac)."""

from dataclasses import dataclass

from alongside.areas.evaluation.values import FindingKind
from alongside.areas.story.values import How
from alongside.core.capabilities import Capability

CHILD = "child"  # said by the child, kept by the first carer


@dataclass(frozen=True, slots=True, kw_only=True)
class Carer:
    """A grown-up of the circle. ``key`` is the first part of the address; ``named`` makes it a restricted place."""

    key: str
    name: str
    relation: str
    since: str
    responsible: bool = True
    phone: str = ""
    address: str = ""
    quiet: tuple[str, str] | None = None
    shared: bool = False
    writes: int = 1
    named: tuple[Capability, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The story as it was sent, and how the clinic answered it."""

    sent: str
    name: str
    email: str
    ordinary_day: str
    child_first_name: str = ""
    hopes: str = ""
    good_at: str = ""
    anything_else: str = ""
    topics: tuple[str, ...] = ()
    phone: str = ""
    ring_when: str = ""
    answered: str = ""
    answered_by: str = ""
    answer: str = ""
    how: How = How.RANG
    family: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The lines under a child's name. ``age`` is years and months on the day the demo is made."""

    name: str
    age: tuple[int, int]
    pronouns: str
    likes: str
    dislikes: str
    languages: str
    lives_with: str
    school: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """One moment of the family's day."""

    code: str
    usual: str
    words: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Something that matters most. ``first`` and ``review`` are importance, going, happy."""

    words: str
    said_by: str
    rank: int = 1
    routine: str = ""
    first: tuple[int, int, int] | None = None
    review: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A strength or a finding. ``matter`` is the place of the family's words in the list."""

    area: str
    does: str
    where: str = ""
    with_help: str = ""
    matter: int | None = None
    icf: tuple[str, ...] = ()

    @property
    def kind(self) -> FindingKind:
        """What belongs to the family's words is a finding, everything else a strength."""
        return FindingKind.STRENGTH if self.matter is None else FindingKind.FINDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Other words for a goal: who wrote them and when; None keeps what the version before said."""

    when: str
    by: str
    how_often: str = ""
    with_help: str = ""
    third_step: str = ""
    yes: str = ""
    yes_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A step that one side proposes, and the other side's answer; without ``answered`` it waits."""

    step: int
    when: str
    by: str
    words: str = ""
    answered: str = ""
    answered_by: str = ""
    agree: bool = True
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aim:
    """A goal. ``finding`` is the place in the list of what was seen; without ``yes`` it waits."""

    key: str
    title: str
    does: str
    where_when: str
    with_help: str
    how_often: str
    look_back: str
    steps: tuple[str, str, str, str, str]
    matter: int
    finding: int
    when: str
    by: str
    yes: str = ""
    yes_by: str = ""
    same_screen: bool = False
    hardest: tuple[str, ...] = ()
    matters: int = 3
    hopeful: int = 2
    wordings: tuple[Wording, ...] = ()
    reached: tuple[Reached, ...] = ()
    closed: str = ""
    closed_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A dated change of an idea: reword, easier, harder, move, rest, resume, end, swap, aim."""

    when: str
    what: str
    by: str = ""
    words: str = ""
    helps: str = ""
    minutes: int | None = None
    routine: str = ""
    because: str = ""
    key: str = ""
    agreed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """An idea in the day: from the library (``strategy``) or the family's or therapist's own.

    ``help`` goes from the first to the second letter over the weeks (d did it for, a a lot, l a little, r reminder,
    s by self), ``per_week`` moments a week on ``days``. ``weeks`` writes single weeks out, Monday to Sunday:
    the same letters, t for tried, n for not today, a dot for no note. ``said`` are words beside entries.
    """

    key: str
    shared: str
    routine: str
    usual: str
    goal: str = ""
    strategy: str = ""
    title: str = ""
    words: str = ""
    helps: str = ""
    minutes: int | None = None
    is_familys: bool = False
    baseline: bool = False
    not_yet: str = ""
    override: str = ""
    agreed: str = ""
    sure: int | None = None
    help: str = "ar"
    per_week: int = 3
    days: str = "Mon Tue Wed Thu Fri"
    weeks: tuple[tuple[int, str], ...] = ()
    dips: tuple[int, ...] = ()
    said: tuple[tuple[str, str, str], ...] = ()  # moment, carer, "letter words"
    changes: tuple[Change, ...] = ()
    until: str = "today"
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A message. ``changed`` names a change it led to, ``answer`` says what was changed."""

    when: str
    who: str
    words: str
    key: str = ""
    changed: str = ""
    answer: str = ""
    answered: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A thread: in general, or about an idea or a goal («idea last_pull»)."""

    title: str
    lines: tuple[Line, ...]
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """What somebody noticed at home."""

    when: str
    who: str
    words: str
    starter: str = ""
    idea: str = ""
    only_team: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Small:
    """A win. ``why`` is the therapist's line, ``about`` an idea or a goal."""

    when: str
    who: str
    words: str
    why: str = ""
    why_when: str = ""
    about: str = ""
    by_child: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedWin:
    """The log asks; the named carer answers with ``words``, or nobody does."""

    when: str
    who: str
    idea: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The session note of the visit in ``week``; ``added`` is a dated addition of the next day."""

    week: int
    did: str
    saw: str
    family: str
    plan: str = ""
    draft: bool = False
    added: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """Visits at one weekday and time, every week as a series or in the named weeks."""

    day: str
    clock: str
    room: str
    weeks: tuple[int, ...]
    minutes: int = 45
    series: bool = False
    place_words: str = ""
    away: tuple[int, ...] = ()
    agenda: tuple[tuple[str, str, int, str], ...] = ()  # when, carer, week, words
    wishes: tuple[tuple[str, str, int, str, str], ...] = ()  # when, carer, week, words, the clinic's answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A safety fact: proposed by a carer, or kept by the therapist."""

    code: str
    words: str
    when: str
    by: str
    confirmed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One child's life in the clinic."""

    key: str
    therapist: str
    about: About
    told: Told | None
    carers: tuple[Carer, ...]
    minutes: int
    minutes_words: str
    asked: str
    day: tuple[Routine, ...]
    matters: tuple[Matter, ...]
    seen_on: str
    seen: tuple[Seen, ...]
    aims: tuple[Aim, ...]
    ideas: tuple[Idea, ...]
    visits: Visits
    notes: tuple[Note, ...] = ()
    talks: tuple[Talk, ...] = ()
    noticed: tuple[Noticed, ...] = ()
    wins: tuple[Small, ...] = ()
    asked_wins: tuple[AskedWin, ...] = ()
    facts: tuple[Fact, ...] = ()
    reviewed: str = ""
