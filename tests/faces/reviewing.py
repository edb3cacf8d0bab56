"""A look back of Idris's family, held today, each step in one line."""

from datetime import timedelta
from uuid import uuid4

from alongside.areas.review import actions as review
from alongside.areas.review.values import Told


def by(player, cast, **more):
    """Who does it, about whom and when."""
    return {"actor": player.actor, "child": cast.idris, "at": cast.at} | more


def opened(cast):
    """Planned in ten weeks."""
    planned = cast.at.date() + timedelta(weeks=10)
    return review.open_cycle(**by(cast.hannah, cast), cycle=uuid4(), planned_on=planned)


def held(cast):
    """Opened and held."""
    cycle = opened(cast)
    return review.hold_cycle(**by(cast.hannah, cast), cycle=cycle.uuid, held_on=cast.at.date())


def shown(cast, player, cycle, words, *, to_all=False):
    """What went well, in a player's words, shown."""
    told = Told(went_well=words, child_words="I do the sock")
    said = {"cycle": cycle.uuid, "showing": uuid4(), "told": told, "to_all": to_all}
    return review.show_view(**by(player, cast), **said)


def wished(cast, player, cycle, goal, ending, words=""):
    """What one side proposes for a goal."""
    said = {"cycle": cycle.uuid, "goal": goal, "decision": uuid4(), "ending": ending, "words": words}
    return review.propose_ending(**by(player, cast), **said)


def ahead(cast, player, cycle, choice):
    """What one side proposes for the whole plan."""
    said = {"cycle": cycle.uuid, "decision": uuid4(), "ahead": choice}
    return review.propose_ahead(**by(player, cast), **said)
