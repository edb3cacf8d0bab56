"""A child with two homes: his mother’s and his father’s, and a week drawn in one of them."""

from uuid import uuid4

from alongside.areas.circle import actions as circle
from alongside.areas.story import actions as story


def two_homes(cast):
    """(the mother’s home, the father’s home), each named by the one who lives there."""
    homes = (uuid4(), uuid4())
    for player, home, name in ((cast.samira, homes[0], "Mum’s"), (cast.karim, homes[1], "Dad’s")):
        circle.add_home(actor=player.actor, child=cast.idris, home=home, name=name, zone="", at=cast.at)
    return homes


def keep(action, player, cast, **more):
    """One of the actions of the week, on Idris and at the cast's moment unless the test says otherwise."""
    return action(actor=player.actor, **{"child": cast.idris, "at": cast.at} | more)


def draw(player, cast, *moments, home=None, **more):
    """Make these the week of a home."""
    return keep(story.keep_week, player, cast, home=home, moments=moments, **more)
