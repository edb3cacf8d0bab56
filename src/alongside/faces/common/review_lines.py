"""What both sides see when they look back together, as lines for a page. Only stored numbers, always of how many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.forms import Form
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.areas.circle.values import OpenChild, Voice
from alongside.areas.goals.queries import side_of
from alongside.areas.goals.values import GoalState, RatingSeen
from alongside.areas.review.values import (
    AHEADS,
    ENDINGS,
    QUESTIONS,
    AheadSeen,
    Decided,
    DecisionSeen,
    EndingSeen,
    GoalLooked,
    LookBack,
    MattersMoved,
    ShownView,
    Stage,
)
from alongside.core.capabilities import Capability
from alongside.core.words import Phrase
from alongside.faces.common import where_we_are
from alongside.faces.common.pages import fresh_uuid
from alongside.faces.common.review_forms import AheadForm, AnswerForm, EndingForm

_VOICES = {
    Voice.FAMILY: "family",
    Voice.CHILD: "family",
    Voice.THERAPIST: "therapist",
    Voice.SCHOOL: "school",
}
_SHOWN = 8
Refused = Mapping[object, Form]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """Somebody's words, with their voice and day."""

    words: str
    by: str
    voice: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLine:
    """What one person showed: question and answer, and the child's own words beside it."""

    by: str
    voice: str
    when: str
    answers: tuple[tuple[str, str], ...]
    child_words: str
    readers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionLine:
    """What one side proposed and the other said. ``form`` is there while the reader's side may answer."""

    uuid: UUID
    said: str
    other: str
    proposed: SaidLine
    answered: SaidLine | None
    state: str
    thread: UUID | None
    form: AnswerForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One goal: where it stands, what was seen, what was decided. ``form`` is there while one may propose."""

    uuid: UUID
    title: str
    sentence: str
    reached: int
    closed: str
    counts: str
    going: str
    steps: tuple[str, ...]
    ratings: tuple[SaidLine, ...]
    decision: DecisionLine | None
    earlier: tuple[DecisionLine, ...]
    changes: bool
    form: EndingForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MattersLine:
    """One person's ratings then and now, of the same things."""

    by: str
    of: str
    going: str
    happy: str
    asked: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Everything that was looked at."""

    hoped: tuple[SaidLine, ...]
    goals: tuple[GoalLine, ...]
    done: tuple[str, ...]
    wins: tuple[SaidLine, ...]
    wins_of: str
    noticed: tuple[SaidLine, ...]
    matters: tuple[MattersLine, ...]
    shown: tuple[ShownLine, ...]
    ahead: DecisionLine | None
    ahead_earlier: tuple[DecisionLine, ...]
    ahead_form: AheadForm | None


def lines(opened: OpenChild, looked: LookBack, refused: Refused | None = None) -> Lines:
    """The look back as lines. ``refused`` holds forms that came back, by what they are about."""
    held, back = looked.cycle.stage is Stage.HELD, refused or {}
    return Lines(
        hoped=tuple(_said(one.words, one.by, one.said_at, opened) for one in looked.priorities),
        goals=tuple(_goal(opened, one, back, open_now=held) for one in looked.goals),
        done=_done(looked),
        wins=tuple(
            SaidLine(words=one.words, by=one.by.name, voice=voice(one.by.voice), when=short(one.happened_on))
            for one in looked.wins[:_SHOWN]
        ),
        wins_of=_wins_of(looked),
        noticed=tuple(
            SaidLine(words=one.words, by=one.by.name, voice=voice(one.by.voice), when=short(one.day))
            for one in looked.noticings[:_SHOWN]
            if one.words
        ),
        matters=tuple(_matters(one) for one in looked.matters),
        shown=tuple(_shown(opened, one) for one in looked.shown),
        **_ahead(opened, looked, back, open_now=held),
    )


def voice(of: Voice) -> str:
    """The voice as the look knows it."""
    return _VOICES[of]


def short(on: date) -> str:
    """ "18 Nov"."""
    return date_format(on, "j M")


def long(on: date) -> str:
    """ "Thursday 26 November"."""
    return date_format(on, "l j F")


def phrase(told: Phrase) -> str:
    """A phrase of the core in the reader's language."""
    return _(told.template).format(**told.named)


def moments_of(tried: int, by_self: int) -> str:
    """How many moments somebody wrote down, and of them those without help, if any; "" for none."""
    if not tried:
        return ""
    counted = ngettext("%(n)s moment was written down", "%(n)s moments were written down", tried) % {
        "n": tried
    }
    return f"{counted}, " + _("%(n)s of them without help.") % {"n": by_self} if by_self else f"{counted}."


def _done(looked: LookBack) -> tuple[str, ...]:
    visits = len(looked.visits)
    met = ngettext("We met %(n)s time.", "We met %(n)s times.", visits) % {"n": visits}
    return tuple(filter(None, (met if visits else "", moments_of(looked.moments, looked.by_self))))


def _wins_of(looked: LookBack) -> str:
    if not looked.wins:
        return ""
    return _("From these weeks: %(n)s of %(all)s wins.") % {"n": len(looked.wins), "all": looked.wins_ever}


def _goal(opened: OpenChild, one: GoalLooked, refused: Refused, *, open_now: bool) -> GoalLine:
    seen, now = one.goal, one.decision
    closed = seen.state is GoalState.CLOSED
    can = open_now and not closed and _may_propose(opened, now)
    key = seen.uuid
    return GoalLine(
        uuid=key,
        title=seen.title,
        sentence=seen.sentence,
        reached=seen.reached or 0,
        closed=(seen.closed_words or _("Finished.")) if closed else "",
        counts=moments_of(one.tried, one.by_self),
        going=f"{phrase(one.counted.phrase)} {phrase(one.counted.counts)}" if one.counted else "",
        steps=tuple(_step(opened, step.step, step.label, step.answered_at) for step in one.steps),
        ratings=tuple(_rated(rating, opened.short_name) for rating in one.ratings),
        decision=_decision(opened, now, refused, open_now=open_now) if now else None,
        earlier=_earlier(opened, one.decisions, now),
        changes=bool(now and now.ending == "CHANGE" and now.state is Decided.AGREED and not closed),
        form=_form(EndingForm, key, opened, refused) if can else None,
    )


def _rated(one: RatingSeen, child: str) -> SaidLine:
    """Where one person sees the child, as a step; never a level. A view that was written down stays whose it is."""
    where = _("Step %(n)s") % {"n": one.step} if one.step else _("Harder than when we started")
    words = f"{where}: {one.words}" if one.words else where
    when = " · ".join(filter(None, (short(one.about_on), where_we_are.written_by(one))))
    name = where_we_are.rater_name(one, child)
    return SaidLine(words=words, by=name, voice=voice(one.by.voice), when=when)


def _step(opened: OpenChild, number: int, label: str, at: datetime | None) -> str:
    told = {"n": number, "label": label, "day": short(_local(opened, at)) if at else ""}
    if not number:
        return _("Harder than when we started, %(day)s") % told
    return _("Step %(n)s, %(label)s, %(day)s") % told


def _ahead(opened: OpenChild, looked: LookBack, refused: Refused, *, open_now: bool) -> dict[str, Any]:
    now = looked.ahead_now
    can = open_now and _may_propose(opened, now)
    return {
        "ahead": _decision(opened, now, refused, open_now=open_now) if now else None,
        "ahead_earlier": _earlier(opened, looked.ahead, now),
        "ahead_form": _form(AheadForm, "ahead", opened, refused) if can else None,
    }


def _may_propose(opened: OpenChild, now: DecisionSeen | None) -> bool:
    """Nothing waits for this side and nothing is agreed; the own proposal may be changed."""
    if not opened.allows(Capability.PROPOSE_GOALS):
        return False
    if now is None or now.state is Decided.DIFFERENT:
        return True
    return now.state is Decided.PROPOSED and now.side is side_of(opened)


def _earlier(
    opened: OpenChild, decided: Iterable[EndingSeen | AheadSeen], now: DecisionSeen | None
) -> tuple[DecisionLine, ...]:
    """Two views that were kept before the newest decision."""
    before = [one for one in decided if one.state is Decided.DIFFERENT and one is not now]
    return tuple(_decision(opened, one, {}, open_now=False) for one in before)


def _decision(
    opened: OpenChild, one: EndingSeen | AheadSeen, refused: Refused, *, open_now: bool
) -> DecisionLine:
    by_them = one.side is not side_of(opened)
    answers = open_now and by_them and one.state is Decided.PROPOSED and opened.allows(Capability.AGREE_GOALS)
    answered = None
    if one.answered_by and one.answered_at:
        answered = _said(one.answer_words, one.answered_by, one.answered_at, opened)
    return DecisionLine(
        uuid=one.uuid,
        said=_named(one),
        other=_named(one, other=True),
        proposed=_said(one.words, one.by, one.proposed_at, opened),
        answered=answered,
        state=one.state.value,
        thread=one.thread,
        form=answer_form(opened, one, refused) if answers else None,
    )


def answer_form(opened: OpenChild, one: EndingSeen | AheadSeen, refused: Refused) -> AnswerForm:
    """The form that answers a decision, or the one that came back."""
    came_back = refused.get(one.uuid)
    if isinstance(came_back, AnswerForm):
        return came_back
    start = {"uuid": fresh_uuid(opened.at)}
    return AnswerForm(key=one.uuid, initial=start, **choices_of(one))


def choices_of(one: EndingSeen | AheadSeen) -> dict[str, Any]:
    """What can be answered to a decision: everything but what was proposed."""
    if isinstance(one, EndingSeen):
        return {"choices": ENDINGS, "but": one.ending.value}
    return {"choices": AHEADS, "but": one.ahead.value}


def _named(one: EndingSeen | AheadSeen, *, other: bool = False) -> str:
    if isinstance(one, EndingSeen):
        ending = one.other if other else one.ending
        return _(ENDINGS[ending]) if ending else ""
    ahead = one.other if other else one.ahead
    words = _(AHEADS[ahead]) if ahead else ""
    return f"{words}, {long(one.check_in_on)}" if one.check_in_on and not other else words


def _form(kind: Any, key: object, opened: OpenChild, refused: Refused) -> Any:
    came_back = refused.get(key)
    return came_back if came_back is not None else kind(key=key, initial={"uuid": fresh_uuid(opened.at)})


def _matters(one: MattersMoved) -> MattersLine:
    named = {"n": len(one.asked), "of": one.of}
    return MattersLine(
        by=one.by.name,
        of=_("%(n)s of %(of)s things were rated both times.") % named,
        going=phrase(one.going.sentence),
        happy=phrase(one.happy.sentence),
        asked=tuple((pair.priority.words, _three(pair.then), _three(pair.now)) for pair in one.asked),
    )


def _three(rated: Any) -> str:
    named = {"importance": rated.importance, "going": rated.going, "happy": rated.happy}
    return _("matters %(importance)s of 10 · going %(going)s of 10 · happy with it %(happy)s of 10") % named


def _shown(opened: OpenChild, one: ShownView) -> ShownLine:
    answers = ((_(label), getattr(one.told, name)) for name, label in QUESTIONS.items())
    return ShownLine(
        by=one.by.name,
        voice=voice(one.by.voice),
        when=short(_local(opened, one.shown_at)),
        answers=tuple((label, words) for label, words in answers if words),
        child_words=one.told.child_words,
        readers="" if one.to_all else _("Only the writer and the therapist read this."),
    )


def _said(words: str, by: Any, at: datetime, opened: OpenChild) -> SaidLine:
    return SaidLine(words=words, by=by.name, voice=voice(by.voice), when=short(_local(opened, at)))


def _local(opened: OpenChild, at: datetime) -> date:
    return at.astimezone(opened.zone_info).date()
