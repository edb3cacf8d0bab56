"""How somebody would like to be told."""

from datetime import datetime

from django.conf import settings

from alongside.areas.notices import queries
from alongside.areas.notices.models import NoticeChoice
from alongside.areas.notices.values import Channel, ChoiceDraft, ChoiceSeen
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.refusals import InvalidInput
from alongside.core.words import gettext_noop

_PHONE = 40


@action
def keep_choice(*, actor: Actor, draft: ChoiceDraft, at: datetime) -> ChoiceSeen:
    """Keep how the reader would like to be told, from the next notice on. Raises InvalidInput."""
    _check(draft)
    NoticeChoice.objects.update_or_create(
        person_id=actor.person,
        defaults={
            "channel": draft.channel.value,
            "phone": bounds.words(draft.phone, _PHONE, "phone", required=draft.channel is Channel.SMS),
            "language": draft.language,
            "quiet_from": draft.quiet_from,
            "quiet_until": draft.quiet_until,
            "reminds": draft.reminds,
            "weekly": draft.weekly,
            "kept_at": at,
        },
    )
    trail.record_doing(actor, "notices.keep_choice", None, at)
    return queries.choice(actor)


def _check(draft: ChoiceDraft) -> None:
    if draft.channel not in queries.channels():
        raise InvalidInput(gettext_noop("Please choose one of these ways."), field="channel")
    if draft.language and draft.language not in dict(settings.LANGUAGES):
        raise InvalidInput(gettext_noop("Please choose one of these languages."), field="language")
    if (draft.quiet_from is None) != (draft.quiet_until is None):
        raise InvalidInput(gettext_noop("Please give both times, or neither."), field="quiet_until")
