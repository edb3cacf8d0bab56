"""The half-minute brief before a visit, computed from what was said since the last one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext

from alongside.areas.appointments import queries as appointments
from alongside.areas.circle.values import OpenChild
from alongside.areas.conversation import queries as conversation
from alongside.areas.conversation.values import MessageSeen
from alongside.areas.practice import queries as practice
from alongside.areas.practice.values import EntrySeen, NoticingSeen, SeenBy
from alongside.core import brief as core_brief
from alongside.core.capabilities import Capability
from alongside.core.moments import Moment


def brief(
    opened: OpenChild,
    since: datetime,
    *,
    entries: Sequence[EntrySeen] | None = None,
    noticings: Sequence[NoticingSeen] | None = None,
    asks: Sequence[MessageSeen] | None = None,
    plan: str | None = None,
) -> core_brief.Brief:
    """What a therapist needs in half a minute before a visit: at home, they said, they ask, you planned.

    ``since`` is usually the last visit. What the page has read already can be handed in (``entries`` and
    ``noticings`` newest first, ``asks`` the open questions, ``plan`` the last note's plan for next time); what is
    None is read, one statement each.
    """
    opened.check(Capability.READ_CLINICAL_NOTES)
    moments = _since(practice.entries_since(opened, since) if entries is None else entries, since)
    seen = practice.noticings(opened, since=since) if noticings is None else noticings
    open_asks = conversation.asks(opened) if asks is None else asks
    newest = _newest_words(moments, [one for one in seen if one.happened_at >= since])
    made = core_brief.brief(
        at_home=_at_home(moments),
        they_said=newest.words if newest else "",
        said_by=newest.by.name if newest else "",
        they_ask=_asked(open_asks),
        you_planned=core_brief.one_line(appointments.last_plan(opened) if plan is None else plan),
    )
    return _marked(made) if isinstance(newest, NoticingSeen) and newest.seen_by is SeenBy.TEAM else made


def _since(entries: Sequence[EntrySeen], since: datetime) -> list[EntrySeen]:
    return [entry for entry in entries if entry.happened_at >= since]


def _at_home(entries: Sequence[EntrySeen]) -> str:
    names: dict[UUID, str] = {entry.placement: entry.title for entry in entries}
    return core_brief.at_home_line([_moment(entry) for entry in entries], names)


def _moment(entry: EntrySeen) -> Moment:
    return Moment(
        uuid=entry.uuid,
        placement=entry.placement,
        happened_at=entry.happened_at,
        day=entry.day,
        kind=entry.kind,
        help=entry.help,
        felt=entry.felt,
        fit=entry.fit,
        has_note=bool(entry.words),
    )


def _asked(asks: Sequence[MessageSeen]) -> str:
    """The open questions. Of a thread that a carer has with the therapists alone, only that there is something."""
    told = [ask.words for ask in asks if not ask.alone]
    if len(told) < len(asks):
        told.append(gettext("Something private waits in Talk."))
    return " ".join(told)


def _marked(made: core_brief.Brief) -> core_brief.Brief:
    """The same brief; what they said was meant for the therapist alone."""
    said = core_brief.RowCode.THEY_SAID
    return replace(made, rows=tuple(replace(row, private=row.code is said) for row in made.rows))


def _newest_words(
    entries: Sequence[EntrySeen], noticings: Sequence[NoticingSeen]
) -> EntrySeen | NoticingSeen | None:
    """The newest thing somebody of the family wrote down about home."""
    everything: list[EntrySeen | NoticingSeen] = [*entries, *noticings]
    written = [one for one in everything if one.words]
    return max(written, key=lambda one: one.happened_at, default=None)
