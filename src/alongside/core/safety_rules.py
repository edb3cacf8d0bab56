"""The safety rules as a table: for every code a strategy can carry, what is said always and what a fact changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType

from alongside.core.words import gettext_noop as _


class Ruling(IntEnum):
    """How far an idea may go, from free to never."""

    ALLOWED = 0
    WARN = 1
    NEVER_UNLESS = 2  # A named therapist writes why.
    EXCLUDED = 3  # Nobody can override it.


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The plain sentence for each reader."""

    therapist: str
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A stricter ruling when any of the facts is known, any food is, or the child is younger than ``under_age``."""

    ruling: Ruling
    facts: frozenset[str]
    any_food: bool
    under_age: int
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeRules:
    """The ruling on a code for every child, its sentences, and the rules that can make it stricter."""

    base: Ruling
    text: Text
    rules: tuple[Rule, ...]


def _code(base: Ruling, therapist: str, family: str, *rules: Rule) -> CodeRules:
    return CodeRules(base=base, text=Text(therapist=therapist, family=family), rules=rules)


def _rule(ruling: Ruling, when: str, therapist: str, family: str) -> Rule:
    """``when`` lists fact codes, ``food:*`` for any food and ``<3`` for an age, with spaces between."""
    parts = when.split()
    return Rule(
        ruling=ruling,
        facts=frozenset(part for part in parts if part[0] != "<" and part != "food:*"),
        any_food="food:*" in parts,
        under_age=max((int(part[1:]) for part in parts if part[0] == "<"), default=0),
        text=Text(therapist=therapist, family=family),
    )


def _warn(when: str, therapist: str, family: str) -> Rule:
    return _rule(Ruling.WARN, when, therapist, family)


def _never(when: str, therapist: str, family: str) -> Rule:
    return _rule(Ruling.NEVER_UNLESS, when, therapist, family)


_ALLOWED, _WARN, _EXCLUDED = Ruling.ALLOWED, Ruling.WARN, Ruling.EXCLUDED
_ASK_FIRST = _("Your therapist looks at this one first.")
_NOT_FOR_NOW = _("This one is not for now. Your therapist will find another.")
_SEIZURE_FACTS = "seizures_uncontrolled seizures_photosensitive"
_MOUTHING = "mouths_objects pica"

_THINGS = {
    "choking_small_parts": _code(
        _ALLOWED,
        _("Small parts."),
        _("Count the small parts before and after."),
        _warn("<3", _("Small parts, under 3: touch supervision."), _("Small parts: stay within touch.")),
        _never(_MOUTHING, _("Small parts, and the child puts things in the mouth."), _NOT_FOR_NOW),
    ),
    "balloon": _code(
        _ALLOWED,
        _("Balloons: put pieces away at once."),
        _("Put balloon pieces away at once."),
        _never(
            "<8", _("No balloons under 8: suffocation and choking. Name the ball used instead."), _ASK_FIRST
        ),
        _never("latex", _("Balloons hold latex, and the child is allergic."), _NOT_FOR_NOW),
        _never(_MOUTHING, _("Balloons, and the child puts things in the mouth."), _NOT_FOR_NOW),
    ),
    "suffocation": _code(
        _WARN,
        _("Plastic or cloth: away after use, never near the face."),
        _("Put it out of reach afterwards. Never near the face."),
        _never("<3", _("Suffocation risk under 3. Say who stays with the child."), _ASK_FIRST),
        _never(_MOUTHING, _("Suffocation risk, and the child puts things in the mouth."), _ASK_FIRST),
    ),
    "ligature": _code(
        _ALLOWED,
        _("No cords or loops near the bed or out of sight."),
        _("Keep cords and loops away from the bed."),
        _never("<3", _("Cords or loops under 3. Say who stays with the child."), _ASK_FIRST),
        _never("self_harm", _("Cords or loops, and the child has hurt themselves."), _ASK_FIRST),
    ),
    "ingestion": _code(
        _ALLOWED,
        _("Not for eating: use non-toxic materials."),
        _("This is not for eating."),
        _warn(
            "<3", _("Not for eating, under 3: touch supervision."), _("Not for eating: stay within touch.")
        ),
        _never(_MOUTHING, _("Not for eating, and the child puts things in the mouth."), _NOT_FOR_NOW),
    ),
    "button_battery": _code(
        _WARN,
        _("Check for coin cells: a swallowed one burns within two hours."),
        _("Check that no small round battery is among the pieces."),
        _never("<3", _("Coin cells may be near, under 3."), _ASK_FIRST),
        _never(_MOUTHING, _("Coin cells may be near, and the child puts things in the mouth."), _NOT_FOR_NOW),
    ),
    "magnets": _code(_EXCLUDED, _("Loose magnets are never suggested."), _("We never use loose magnets.")),
    "loose_magnets": _code(
        _EXCLUDED, _("Loose magnets are never suggested."), _("We never use loose magnets.")
    ),
    "water_beads": _code(_EXCLUDED, _("Water beads are never suggested."), _("We never use water beads.")),
    "sharp": _code(
        _ALLOWED,
        _("Sharp or hard edges: blunt tools, hard edges padded."),
        _("Use blunt tools and pad hard edges."),
        _warn("<4", _("Sharp tools under 4: touch supervision."), _("Stay within touch.")),
    ),
    "heat": _code(_ALLOWED, _("An adult does the hot step."), _("A grown-up does the hot part.")),
    "eyes": _code(_ALLOWED, _("Mind the eyes."), _("Mind the eyes.")),
    "skin_pinch": _code(
        _ALLOWED, _("Skin can be pinched: chin up for zips."), _("Chin up when the zip comes.")
    ),
    "slip": _code(
        _ALLOWED,
        _("Wet or slippery floor."),
        _("Dry the floor first."),
        _warn(
            "fragile_bones",
            _("Slippery floor, and bones break easily."),
            _("Dry the floor and stay within touch."),
        ),
    ),
}

_FOOD_AND_SKIN = {
    "choking_food": _code(
        _ALLOWED,
        _("Seated upright, cut to the family's usual safe size."),
        _("Sit up, and cut it the way you usually do."),
        _warn(
            "<4",
            _("Food under 4: seated, cut small, within touch."),
            _("Sit up, cut it small and stay close."),
        ),
        _never("dysphagia swallowing_plan", _("Check against the eating and drinking plan."), _ASK_FIRST),
        _never("trach", _("Food, and a tracheostomy: check with the medical team."), _ASK_FIRST),
    ),
    "dysphagia": _code(
        _ALLOWED,
        _("Follow any eating and drinking plan."),
        _("Eat and drink the way you usually do."),
        _never("dysphagia swallowing_plan", _("Check against the eating and drinking plan."), _ASK_FIRST),
    ),
    "food_allergy": _code(
        _ALLOWED,
        _("Food is used."),
        _("Use food your child can have."),
        _never("food:*", _("Food is used, and there is a food allergy. Name the substitute."), _ASK_FIRST),
    ),
    "gluten": _code(
        _ALLOWED,
        _("Wheat flour or dough is used."),
        _("This uses wheat."),
        _never(
            "food:gluten food:wheat",
            _("Wheat, and the child has no gluten. Name the substitute."),
            _ASK_FIRST,
        ),
    ),
    "skin_allergy": _code(
        _ALLOWED,
        _("Touches the skin: try a small patch first."),
        _("Try a little on the arm first."),
        _never("skin", _("Touches the skin, and there is a skin allergy. Name the substitute."), _ASK_FIRST),
    ),
    "latex_allergy": _code(
        _ALLOWED,
        _("May hold latex."),
        _("This may hold latex."),
        _never("latex", _("May hold latex, and the child is allergic. Name the substitute."), _ASK_FIRST),
    ),
}

_BODY = {
    "water": _code(
        _WARN,
        _("Water: touch supervision, never left, not for seconds."),
        _("Stay within touch in water. Never leave, even for seconds."),
        _warn(
            "seizures",
            _("Water and seizures: touch supervision and the seizure plan."),
            _("Stay within touch."),
        ),
        _never("no_adult_in_water", _("Water, and no competent adult is named."), _NOT_FOR_NOW),
        _never("seizures_uncontrolled trach", _("Water: ask the medical team first."), _ASK_FIRST),
    ),
    "fall_height": _code(
        _ALLOWED,
        _("Height: soft landing, adult near."),
        _("Soft landing, and stay near."),
        _never("seizures " + _SEIZURE_FACTS, _("Height and seizures: only with a plan."), _ASK_FIRST),
        _never("fragile_bones", _("Height, and bones break easily."), _NOT_FOR_NOW),
    ),
    "fall_low": _code(
        _ALLOWED,
        _("Sit or stand steady."),
        _("Sit somewhere steady."),
        _warn(
            "fragile_bones seizures_uncontrolled", _("A low fall matters here: adult near."), _("Stay near.")
        ),
    ),
    "head_impact": _code(
        _WARN,
        _("Pad or remove hard edges."),
        _("Move hard edges out of the way."),
        _never("shunt", _("Knocks to the head, and a shunt: ask the medical team."), _ASK_FIRST),
    ),
    "seizure": _code(
        _ALLOWED,
        _("Matters for children with seizures."),
        _("Fine for most children."),
        _warn("seizures", _("Follow the seizure plan."), _("Keep to the seizure plan.")),
        _never(_SEIZURE_FACTS, _("No spinning, flicker or height without the doctor's word."), _ASK_FIRST),
    ),
    "vestibular": _code(
        _WARN,
        _("Linear before rotary. Stop at yawning, colour change, nausea; effects can come later."),
        _("Slow and straight. Stop at yawning, a pale or red face, or feeling sick."),
        _warn(
            "seizures reflux",
            _("Movement: follow the plan, and not after meals."),
            _("Slow, and not after meals."),
        ),
        _never(_SEIZURE_FACTS, _("Movement and these seizures: ask the doctor first."), _ASK_FIRST),
        _never("shunt neck_instability trach", _("Movement: medical clearance first."), _ASK_FIRST),
    ),
    "neck_instability": _code(
        _ALLOWED,
        _("Loads the neck or head."),
        _("Fine for most necks."),
        _never("neck_instability", _("The neck is not cleared: medical clearance first."), _NOT_FOR_NOW),
    ),
    "head_down": _code(
        _WARN,
        _("Head down: not after meals."),
        _("Not after meals."),
        _never("reflux shunt trach neck_instability", _("Head down: medical clearance first."), _NOT_FOR_NOW),
        _never("seizures_uncontrolled", _("Head down and these seizures: ask the doctor first."), _ASK_FIRST),
    ),
    "shunt_or_trach": _code(
        _ALLOWED,
        _("Matters for a shunt or a tracheostomy."),
        _("Fine for most children."),
        _never("shunt trach", _("Ask the medical team first."), _ASK_FIRST),
    ),
    "hypermobility": _code(
        _ALLOWED,
        _("Loads the joints."),
        _("Stop if it hurts."),
        _warn(
            "hypermobility",
            _("Stop on pain; no weight on joints bent back."),
            _("Stop if a joint hurts or bends back."),
        ),
        _never("fragile_bones", _("Loads the joints, and bones break easily."), _ASK_FIRST),
    ),
    "pain": _code(
        _ALLOWED,
        _("Stop if it hurts."),
        _("Stop if it hurts."),
        _warn(
            "pain",
            _("The child has pain: agree the sign to stop."),
            _("Agree a sign to stop, and stop if it hurts."),
        ),
    ),
    "load": _code(
        _ALLOWED,
        _("Keep the load light; you set the limit."),
        _("Keep the bag light."),
        _warn(
            "hypermobility pain",
            _("Load: set a lower limit and stop on pain."),
            _("Very light, and stop if it hurts."),
        ),
        _never("fragile_bones", _("Load, and bones break easily."), _NOT_FOR_NOW),
    ),
    "weighted_item": _code(
        _WARN,
        _("Weighted things: set up by the therapist only, never in bed."),
        _("No weighted blanket unless your therapist has set it up."),
        _never("<3", _("Weighted things are never used under 3."), _NOT_FOR_NOW),
        _never("cannot_remove_weighted", _("The child cannot take a weighted thing off."), _NOT_FOR_NOW),
        _never("trach seizures_uncontrolled", _("Weighted things: medical clearance first."), _ASK_FIRST),
    ),
    "medical_review": _code(
        _WARN,
        _("Pain, constipation or new wetting: to the doctor first."),
        _("Something new or sore? Ring your doctor."),
    ),
}

_AROUND = {
    "restraint": _code(
        _EXCLUDED,
        _("Holding, wrapping or blocking the way out to stop behaviour is never suggested."),
        _("We never hold, wrap or block a child to stop them."),
    ),
    "no_restraint": _code(
        _WARN,
        _("Never hold, wrap or block the way out. The child can always leave."),
        _("Your child can always get out. Never hold or wrap."),
    ),
    "traffic": _code(
        _WARN,
        _("Near traffic: hold hands."),
        _("Hold hands near roads."),
        _warn(
            "runs_off",
            _("Near traffic, and the child may run off: plan the route."),
            _("Hold hands all the way."),
        ),
    ),
    "lost_child": _code(
        _ALLOWED,
        _("Agree the plan before going in."),
        _("Agree a meeting point first."),
        _warn(
            "runs_off",
            _("Busy places, and the child may run off: one adult for the child."),
            _("Hold hands inside."),
        ),
    ),
    "hearing_masked": _code(
        _WARN, _("Ear defenders off near traffic."), _("Ear defenders off when you walk near roads.")
    ),
    "noise": _code(
        _ALLOWED,
        _("It makes noise."),
        _("It makes noise."),
        _warn(
            "noise_sensitive",
            _("Noise, and loud sounds hurt or frighten."),
            _("Let your child choose how loud."),
        ),
    ),
    "online_contact": _code(_WARN, _("Adult-known friends only."), _("Only friends you know.")),
    "self_harm": _code(
        _WARN,
        _("If the child may be hurt: same day to the therapist, emergency services in danger."),
        _("Worried your child may be hurt? Ring us today. In danger, ring emergency services."),
        _never("self_harm", _("The child has hurt themselves: safety plan first."), _ASK_FIRST),
    ),
    "distress_plan": _code(
        _ALLOWED,
        _("Talk about feelings can bring up hard things: know whom to call."),
        _("If something hard comes up, tell your therapist."),
        _never("self_harm", _("The child has hurt themselves: safety plan first."), _ASK_FIRST),
    ),
    "privacy": _code(_WARN, _("Privacy first, no photos."), _("Privacy first. No photos here.")),
    "photo_bathing": _code(
        _EXCLUDED, _("No photos while bathing."), _("We never use photos from bath time.")
    ),
    "photo_toileting": _code(
        _EXCLUDED, _("No photos while toileting."), _("We never use photos from the toilet.")
    ),
}

RULES: Mapping[str, CodeRules] = MappingProxyType({**_THINGS, **_FOOD_AND_SKIN, **_BODY, **_AROUND})
