"""Choosing ideas that are good for every family that waits."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from alongside.areas.library import queries as library
from alongside.areas.library.values import StrategySeen
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.areas.waiting import queries
from alongside.areas.waiting.models import GeneralTip
from alongside.areas.waiting.queries.tips import is_general
from alongside.core import bounds
from alongside.core.actors import Actor, MemberRole
from alongside.core.refusals import InvalidInput
from alongside.core.words import gettext_noop

TIPS_AT_MOST = 6
_APPROVE = frozenset({MemberRole.OWNER, MemberRole.THERAPIST})
_WHO = gettext_noop("The owner and the therapists choose ideas for families that wait.")
_DEPENDS = gettext_noop("{name} needs care that depends on the child. Choose another idea.")


@action
def choose_tips(
    *, actor: Actor, clinic: int, ideas: Sequence[UUID], at: datetime
) -> tuple[StrategySeen, ...]:
    """Let every family that waits read these ideas, at most six, in place of those chosen before.

    The owner and the therapists may. InvalidInput for an idea whose safety depends on the child, and for one that is
    no longer in use; NotFound for an idea of another clinic.
    """
    actor.check_one_of(_APPROVE, clinic, _WHO)
    bounds.few(ideas, TIPS_AT_MOST, "ideas")
    for idea in ideas:
        _check(library.strategy(clinic, idea))
    known = GeneralTip.objects.filter(clinic=clinic)
    known.exclude(strategy__in=ideas).delete()
    for idea in ideas:
        known.get_or_create(clinic_id=clinic, strategy=idea, defaults={"by_id": actor.person, "at": at})
    trail.record_doing(actor, "waiting.choose_tips", clinic, at)
    return queries.tips(clinic)


def _check(idea: StrategySeen) -> None:
    if not is_general(idea):
        raise InvalidInput(_DEPENDS, field="ideas", name=idea.name)
