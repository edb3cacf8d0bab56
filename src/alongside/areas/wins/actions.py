"""Adding wins, asking about the log, and deciding."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild, Voice
from alongside.areas.goals import queries as goals
from alongside.areas.practice import queries as practice
from alongside.areas.programme import queries as programme
from alongside.areas.trail.actions import action
from alongside.areas.wins import queries
from alongside.areas.wins.models import Win
from alongside.areas.wins.values import AskedSeen, Source, WinAbout, WinSeen, WinState
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.ids import uuid7
from alongside.core.moments import First, FirstKind, first_without_help
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound, Refusal
from alongside.core.words import gettext_noop


class AlreadyDecided(Refusal):
    """Somebody said already whether this was a win."""

    sentence = gettext_noop("Somebody has answered this already.")


class NotAWinYet(Refusal):
    """A line on why it was hard belongs to a confirmed win."""

    sentence = gettext_noop("Nobody has confirmed this win yet.")


@action
def add_win(
    *,
    actor: Actor,
    child: UUID,
    win: UUID,
    words: str,
    at: datetime,
    happened_on: date | None = None,
    said_by_child: bool = False,
    about: WinAbout | None = None,
    about_uuid: UUID | None = None,
) -> WinSeen:
    """Keep what somebody noticed (to 300 characters), today unless a day is given. A person said it, so it is a win.

    ``about_uuid`` is a goal or a placement of this child, else NotFound. The same uuid again changes nothing.
    """
    opened = gate.open_child(actor, child, Capability.ADD_WINS, at, doing="wins.add_win")
    _check_about(opened, about, about_uuid)
    fields: dict[str, Any] = {
        "child_id": opened.pk,
        "words": bounds.words(words, bounds.SENTENCE, "words", required=True),
        "by_id": actor.person,
        "voice": (Voice.CHILD if said_by_child else opened.voice).value,
        "happened_on": _day(opened, happened_on),
        "source": Source.PERSON.value,
        "state": WinState.CONFIRMED.value,
        "about": about.value if about else "",
        "about_uuid": about_uuid,
        "added_at": at,
        "decided_by_id": actor.person,
        "decided_at": at,
    }
    row, _ = Win.objects.get_or_create(uuid=win, defaults=fields)
    if (row.child_id, row.by_id, row.source) != (opened.pk, actor.person, Source.PERSON.value):
        raise NotFound
    return queries.win_seen(row)


@action
def ask_from_log(*, actor: Actor, child: UUID, at: datetime) -> tuple[AskedSeen, ...]:
    """Let the log ask about the first moment without help of each idea, once per idea and for ever.

    Only the whole diary knows what came first, so nothing is asked for somebody who reads a part of it. A question
    whose moment was taken back, or was not the first after all, follows the diary. Answers the open questions of
    those who may decide.
    """
    opened = gate.open_child(actor, child, Capability.ADD_WINS, at, doing="wins.ask_from_log")
    firsts = _firsts(opened)
    known = set(
        Win.objects.filter(child=opened.pk, source=Source.FROM_LOG).values_list("asked_placement", flat=True)
    )
    new = [first for first in firsts if first.placement not in known]
    Win.objects.bulk_create((_question(opened, first) for first in new), ignore_conflicts=True)
    if _reads_everything(opened):
        _follow_the_diary(opened, {first.placement: first for first in firsts})
    return queries.asked(opened)


@action
def confirm_win(*, actor: Actor, child: UUID, win: UUID, words: str, at: datetime) -> WinSeen:
    """Say yes, it was a win, in one's own words. The same person's second yes changes nothing.

    Raises AlreadyDecided when somebody else, or a no, came first.
    """
    opened = gate.open_child(actor, child, Capability.CONFIRM_WINS, at, doing="wins.confirm_win")
    kept = bounds.words(words, bounds.SENTENCE, "words", required=True)
    decided = {"words": kept, "by": actor.person, "voice": opened.voice.value}
    return queries.win_seen(_decide(opened, win, WinState.CONFIRMED, decided))


@action
def decline_win(*, actor: Actor, child: UUID, win: UUID, at: datetime) -> None:
    """Say that it was not a win. Nothing is shown anywhere, and the log does not ask again."""
    opened = gate.open_child(actor, child, Capability.CONFIRM_WINS, at, doing="wins.decline_win")
    _decide(opened, win, WinState.NOT_A_WIN, {})


@action
def say_why_hard(*, actor: Actor, child: UUID, win: UUID, words: str, at: datetime) -> WinSeen:
    """The therapist adds why it was hard (to 300 characters); a later line takes the place of an earlier one."""
    opened = gate.open_child(actor, child, Capability.CONFIRM_WINS, at, doing="wins.say_why_hard")
    if not opened.is_team:
        sentence = gettext_noop("The therapist adds this line. You can add a win of your own.")
        raise NotAllowed(sentence, child=opened.pk, doing="wins.say_why_hard")
    kept = bounds.words(words, bounds.SENTENCE, "words", required=True)
    row = queries.win_row(opened, win)
    if row.state != WinState.CONFIRMED:
        raise NotAWinYet
    Win.objects.filter(pk=row.pk).update(why_hard=kept, why_by=actor.person, why_at=at)
    return queries.win_seen(queries.win_row(opened, win))


def _decide(opened: OpenChild, win: UUID, state: WinState, fields: dict[str, Any]) -> Win:
    """Only one answer counts: the update itself looks whether the question is still open."""
    waiting = Win.objects.filter(child=opened.pk, uuid=win, state=WinState.ASKED)
    waiting.update(state=state.value, decided_by=opened.actor.person, decided_at=opened.at, **fields)
    row = queries.win_row(opened, win)
    if row.source != Source.FROM_LOG:
        raise NotFound
    if (row.state, row.decided_by_id) != (state.value, opened.actor.person):
        raise AlreadyDecided
    return row


def _follow_the_diary(opened: OpenChild, firsts: Mapping[UUID | None, First]) -> None:
    for row in Win.objects.filter(child=opened.pk, source=Source.FROM_LOG, state=WinState.ASKED):
        first = firsts.get(row.asked_placement)
        if first is None:
            row.delete()
        elif first.moment != row.asked_entry:
            row.asked_entry, row.happened_on = first.moment, first.day
            row.save(update_fields=["asked_entry", "happened_on"])


def _reads_everything(opened: OpenChild) -> bool:
    return opened.allows(Capability.READ_ALL_ENTRIES) and opened.allows(Capability.READ_PROGRAMME)


def _firsts(opened: OpenChild) -> list[First]:
    """First moments without help; none for somebody who may not read the whole diary and the plan."""
    if not _reads_everything(opened):
        return []
    firsts = first_without_help(practice.moments(opened))
    return [first for first in firsts if first.what is FirstKind.WITHOUT_HELP]


def _question(opened: OpenChild, first: First) -> Win:
    return Win(
        child_id=opened.pk,
        uuid=uuid7(opened.at),
        happened_on=first.day,
        source=Source.FROM_LOG.value,
        state=WinState.ASKED.value,
        asked_placement=first.placement,
        asked_entry=first.moment,
        asked_title=programme.placement(opened, first.placement).title,
        about=WinAbout.IDEA.value,
        about_uuid=first.placement,
        added_at=opened.at,
    )


def _day(opened: OpenChild, happened_on: date | None) -> date:
    day = happened_on or opened.today
    if not opened.born_on <= day <= opened.today:
        raise InvalidInput(gettext_noop("Choose a day that has already been."), field="happened_on")
    return day


def _check_about(opened: OpenChild, about: WinAbout | None, uuid: UUID | None) -> None:
    if (about is None) != (uuid is None):
        raise InvalidInput(gettext_noop("Choose what this belongs to, or leave it."), field="about")
    if about is not None and uuid is not None:
        _ABOUT_EXISTS[about](opened, uuid)


_ABOUT_EXISTS: dict[WinAbout, Callable[[OpenChild, UUID], object]] = {
    WinAbout.GOAL: goals.goal,
    WinAbout.IDEA: programme.placement,
}
