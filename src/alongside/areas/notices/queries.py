"""Reading how people are told, what was sent, and what does not work."""

from datetime import datetime, time

from django.conf import settings

from alongside.areas.circle.queries import told as circle
from alongside.areas.notices.models import Notice, NoticeChoice, Trouble
from alongside.areas.notices.values import (
    Channel,
    ChoiceSeen,
    NoticeKind,
    NoticeSeen,
    NoticeState,
    TroubleSeen,
)
from alongside.core import quiet
from alongside.core.actors import DESK, Actor
from alongside.core.refusals import NotFound

_SHOWN_AT_MOST = 100


def channels() -> tuple[Channel, ...]:
    """The ways of telling that this installation has."""
    more = ((Channel.SMS, settings.SMS_URL), (Channel.PUSH, settings.PUSH_URL))
    return (Channel.MAIL, *(channel for channel, address in more if address), Channel.NONE)


def choice(actor: Actor) -> ChoiceSeen:
    """How the reader is told; without a choice of their own by mail, with the usual quiet hours."""
    return choice_of(actor.person, of_team=bool(actor.hats))


def choice_of(person: int, *, of_team: bool) -> ChoiceSeen:
    """The same for anybody, for actions of this area."""
    row = NoticeChoice.objects.filter(person=person).first() or NoticeChoice(channel=Channel.MAIL.value)
    ways, channel = channels(), Channel(row.channel)
    since, until = _quiet_hours(row, person, of_team=of_team)
    return ChoiceSeen(
        channel=channel if channel in ways else Channel.MAIL,
        phone=row.phone,
        language=row.language,
        quiet_from=since,
        quiet_until=until,
        reminds=row.reminds,
        weekly=row.weekly,
        channels=ways,
    )


def _quiet_hours(row: NoticeChoice, person: int, *, of_team: bool) -> tuple[time, time]:
    """As they were chosen, else as a carer gave them to the clinic, else the usual ones."""
    if row.quiet_from is not None and row.quiet_until is not None:
        return row.quiet_from, row.quiet_until
    usual = quiet.TEAM if of_team else quiet.FAMILY
    given = None if of_team else circle.quiet_hours(person)
    return given or (usual.since, usual.until)


def sent(actor: Actor, clinic: int, state: NoticeState | None = None) -> tuple[NoticeSeen, ...]:
    """The notices of a clinic, newest first, for its desk; NotFound for anybody else."""
    check_desk(actor, clinic)
    rows = Notice.objects.filter(clinic=clinic).select_related("person").order_by("-made_at", "-pk")
    shown = rows if state is None else rows.filter(state=state)
    return tuple(notice_seen(row) for row in shown[:_SHOWN_AT_MOST])


def troubles(actor: Actor, clinic: int) -> tuple[TroubleSeen, ...]:
    """What happens by itself and does not work now, for the desk of a clinic."""
    check_desk(actor, clinic)
    rows = Trouble.objects.filter(settled_at=None).order_by("-last_at")
    return tuple(
        TroubleSeen(
            job=row.job, times=row.times, trouble=row.kind, first_at=row.first_at, last_at=row.last_at
        )
        for row in rows[:_SHOWN_AT_MOST]
    )


def due(at: datetime, limit: int = 200) -> tuple[str, ...]:
    """What is to be sent now, as «uuid.hop»: a notice that was postponed or is tried again is handed over anew."""
    rows = Notice.objects.filter(state=NoticeState.WAITING, due_at__lte=at).order_by("due_at", "pk")
    return tuple(f"{uuid}.{hop}" for uuid, hop in rows.values_list("uuid", "hop")[:limit])


def check_desk(actor: Actor, clinic: int) -> None:
    """Raise NotFound for whoever does not work at the desk of this clinic."""
    if clinic not in actor.clinics_as(*DESK):
        raise NotFound


def notice_seen(row: Notice) -> NoticeSeen:
    """A stored notice."""
    return NoticeSeen(
        uuid=row.uuid,
        kind=NoticeKind(row.kind),
        state=NoticeState(row.state),
        to_name=row.person.name,
        channel=Channel(row.channel) if row.channel else None,
        made_at=row.made_at,
        due_at=row.due_at,
        sent_at=row.sent_at,
        tries=row.tries,
        trouble=row.trouble,
    )
