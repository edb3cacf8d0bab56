"""The post of a clinic names people, so opening it leaves a line on the trail."""

from datetime import datetime

from alongside.areas.notices import queries
from alongside.areas.notices.values import NoticeState, PostSeen
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.areas.trail.values import Kind
from alongside.core.actors import Actor


@action
def open_sent(*, actor: Actor, clinic: int, at: datetime) -> PostSeen:
    """What a clinic sent and what is stuck, newest first, for its desk; NotFound for anybody else."""
    stuck = queries.sent(actor, clinic, NoticeState.STUCK)
    lately = tuple(one for one in queries.sent(actor, clinic) if one.state is not NoticeState.STUCK)
    trail.record_doing(actor, "notices.open_sent", clinic, at, Kind.READ)
    return PostSeen(stuck=stuck, lately=lately)
