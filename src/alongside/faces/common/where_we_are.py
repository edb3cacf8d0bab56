"""How two views of one goal are told: who sees which step, and that a difference is worth talking about."""

from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.areas.goals.values import HARDER, Rater, RatingSeen, RatingsSeen

_HALF = Decimal("-0.5")


def together(seen: RatingsSeen, viewer: UUID) -> str:
    """«You see step 3, Hannah sees step 2. Worth talking about.» Empty until both sides said."""
    if seen.family is None or seen.therapist is None:
        return ""
    pair = sorted((seen.family, seen.therapist), key=lambda one: one.by.uuid != viewer)
    if not seen.differ:
        names = {"one": _who(pair[0], viewer), "other": _who(pair[1], viewer), "step": step(pair[0])}
        return _("%(one)s and %(other)s both see %(step)s.") % names
    views = {"one": sees(pair[0], viewer, ""), "other": sees(pair[1], viewer, "")}
    return _("%(one)s, %(other)s. Worth talking about.") % views


def sees(one: RatingSeen, viewer: UUID, child: str) -> str:
    """«You see step 3» or «Hannah sees step 2»; ``child`` is what the child is called."""
    if one.by.uuid == viewer and one.rater in {Rater.PARENT, Rater.THERAPIST}:
        return _("You see %(step)s") % {"step": step(one)}
    return _("%(name)s sees %(step)s") % {"name": rater_name(one, child), "step": step(one)}


def step(one: RatingSeen) -> str:
    """Step 3; between two of them; or that it is harder."""
    if one.step == HARDER:
        return _("that it is harder now")
    if one.level == _HALF:
        return _("nearly step %(step)s") % {"step": one.step + 1}
    return _("step %(step)s") % {"step": one.step}


def rater_name(one: RatingSeen, child: str) -> str:
    """Whose view it is, by name where there is one."""
    if one.rater is Rater.TEACHER:
        return one.rater_name or _("The teacher")
    if one.rater is Rater.CHILD:
        return child
    return one.by.name


def written_by(one: RatingSeen) -> str:
    """Who wrote down somebody else's view; empty for one's own."""
    own = one.rater in {Rater.PARENT, Rater.THERAPIST}
    return "" if own else _("written down by %(name)s") % {"name": one.by.name}


def _who(one: RatingSeen, viewer: UUID) -> str:
    return _("You") if one.by.uuid == viewer else one.by.name
