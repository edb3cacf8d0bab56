"""Sending one notice. Each step looks at the row first, so that doing it again does nothing new.

A worker that dies between the mail server's yes and the row leaves a letter that goes out twice; nothing that
speaks with a mail server can exclude that.
"""

from datetime import datetime
from uuid import UUID

from django.utils import translation

from alongside.adapters import mail, push, sms
from alongside.areas.circle.queries.told import zone_at_home
from alongside.areas.notices import queries
from alongside.areas.notices.actions.words import Letter, Telling, letter
from alongside.areas.notices.models import Notice
from alongside.areas.notices.values import Channel, ChoiceSeen, NoticeKind, NoticeState
from alongside.areas.people import queries as people
from alongside.areas.people.models import Person
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core import quiet
from alongside.core.actors import Actor
from alongside.core.quiet import Quiet
from alongside.core.refusals import NotFound

_WORDS = 80


def send_notice(*, key: str, at: datetime) -> None:
    """Send what «uuid.hop» names, if it still waits, is still true and the hour is not quiet.

    In quiet hours it waits for their end. Raises what the mail server or the gateway says.
    """
    row = _waiting(key)
    if row is None:
        return
    person = people.signed_in(row.person_id)
    if person is None:
        _let_go(row)
        return
    telling = Telling(row=row, actor=people.actor_for(person, at), clinic=people.clinic(row.clinic_id), at=at)
    choice = queries.choice_of(person.pk, of_team=_is_of_team(telling))
    if not _is_wanted(row, choice):
        _let_go(row)
    elif (loud := _loud(telling, choice)) > at:
        _postpone(row, loud)
    else:
        _tell(telling, person, choice)


@action
def note_trouble(*, key: str, trouble: str, tries: int) -> None:
    """Keep that a try failed, by the kind of its error alone."""
    Notice.objects.filter(uuid=_uuid(key), state=NoticeState.WAITING).update(
        tries=tries, trouble=trouble[:_WORDS]
    )


@action
def give_up(*, key: str, trouble: str, tries: int) -> None:
    """Nothing tries it again by itself: the desk sees it among what is stuck."""
    Notice.objects.filter(uuid=_uuid(key), state=NoticeState.WAITING).update(
        state=NoticeState.STUCK, tries=tries, trouble=trouble[:_WORDS]
    )


@action
def try_again(*, actor: Actor, notice: UUID, at: datetime) -> None:
    """The desk lets a stuck notice be tried once more, from now on. Twice changes nothing. Raises NotFound."""
    row = Notice.objects.filter(uuid=notice).first()
    if row is None:
        raise NotFound
    queries.check_desk(actor, row.clinic_id)
    if row.state == NoticeState.STUCK:
        row.state, row.due_at, row.hop = NoticeState.WAITING.value, at, row.hop + 1
        row.save(update_fields=["state", "due_at", "hop"])
        trail.record_doing(actor, "notices.try_again", row.clinic_id, at)


def _tell(telling: Telling, person: Person, choice: ChoiceSeen) -> None:
    with translation.override(choice.language or person.language):
        said = letter(telling)
    if said is None:
        _let_go(telling.row)
        return
    _hand_over(said, person, choice)
    _change(telling.row, state=NoticeState.SENT.value, channel=choice.channel.value, sent_at=telling.at)


def _hand_over(said: Letter, person: Person, choice: ChoiceSeen) -> None:
    if choice.channel is Channel.SMS:
        sms.send(choice.phone, said.short)
    elif choice.channel is Channel.PUSH:
        push.send(str(person.uuid), said.short)
    else:
        mail.send_note(subject=said.subject, body=said.body, email=person.email, calendar=said.calendar)


def _is_wanted(row: Notice, choice: ChoiceSeen) -> bool:
    if choice.channel is Channel.NONE:
        return False
    kind = NoticeKind(row.kind)
    return (choice.reminds or kind is not NoticeKind.REMINDER) and (
        choice.weekly or kind is not NoticeKind.DIGEST
    )


def _is_of_team(telling: Telling) -> bool:
    """A therapist who is told as a parent keeps a parent's hours."""
    to_carers = {NoticeKind.REMINDER, NoticeKind.OFFER}
    return telling.row.kind not in to_carers and bool(telling.actor.roles_in(telling.clinic.pk))


def _loud(telling: Telling, choice: ChoiceSeen) -> datetime:
    is_of_team, clinic = _is_of_team(telling), telling.clinic
    hours = Quiet(since=choice.quiet_from, until=choice.quiet_until, weekends=is_of_team)
    at_home = "" if is_of_team else zone_at_home(telling.row.person_id, clinic.pk, telling.at)
    return quiet.next_loud(hours, telling.at, at_home or clinic.zone)


def _waiting(key: str) -> Notice | None:
    _, _, hop = key.partition(".")
    return Notice.objects.filter(uuid=_uuid(key), hop=int(hop), state=NoticeState.WAITING).first()


def _uuid(key: str) -> UUID:
    return UUID(key.partition(".")[0])


def _postpone(row: Notice, until: datetime) -> None:
    _change(row, due_at=until, hop=row.hop + 1)


def _let_go(row: Notice) -> None:
    _change(row, state=NoticeState.LET_GO.value)


def _change(row: Notice, **values: object) -> None:
    """Only while nobody else changed it."""
    waiting = Notice.objects.filter(pk=row.pk, state=NoticeState.WAITING, hop=row.hop)
    waiting.update(**values)
