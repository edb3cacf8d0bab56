"""What is said of water, height, movement and load."""

from alongside.core.safety_rules.grammar import (
    ALLOWED,
    ASK_FIRST,
    NOT_FOR_NOW,
    SEIZURES,
    SOMEBODY_CLOSE,
    SOMEBODY_NEAR,
    WARN,
    code,
    never,
    warn,
)
from alongside.core.words import gettext_noop as _

BODY = {
    "water": code(
        WARN,
        _("Water: touch supervision, never left, not for seconds."),
        _("Stay within touch in water. Never leave, even for seconds."),
        warn(
            "seizures",
            _("Water and seizures: touch supervision and the seizure plan."),
            _("Stay within touch."),
        ),
        never("no_adult_in_water", _("Water, and no competent adult is named."), NOT_FOR_NOW),
        never("seizures_uncontrolled trach", _("Water: ask the medical team first."), ASK_FIRST),
        never("-touch", _("Water, and nobody within touch."), SOMEBODY_CLOSE),
    ),
    "fall_height": code(
        ALLOWED,
        _("Height: soft landing, adult near."),
        _("Soft landing, and stay near."),
        never("seizures " + SEIZURES, _("Height and seizures: only with a plan."), ASK_FIRST),
        never("fragile_bones", _("Height, and bones break easily."), NOT_FOR_NOW),
        never("-near", _("Height, and nobody near."), SOMEBODY_NEAR),
    ),
    "fall_low": code(
        ALLOWED,
        _("Sit or stand steady."),
        _("Sit somewhere steady."),
        warn(
            "fragile_bones seizures_uncontrolled", _("A low fall matters here: adult near."), _("Stay near.")
        ),
        never("fragile_bones -near", _("A low fall matters here, and nobody is near."), SOMEBODY_NEAR),
    ),
    "head_impact": code(
        WARN,
        _("Pad or remove hard edges."),
        _("Move hard edges out of the way."),
        never("shunt", _("Knocks to the head, and a shunt: ask the medical team."), ASK_FIRST),
        never("<5 -near", _("Knocks to the head under 5, and nobody near."), SOMEBODY_NEAR),
    ),
    "seizure": code(
        ALLOWED,
        _("Matters for children with seizures."),
        _("Fine for most children."),
        warn("seizures", _("Follow the seizure plan."), _("Keep to the seizure plan.")),
        never(SEIZURES, _("No spinning, flicker or height without the doctor's word."), ASK_FIRST),
        never("seizures -near", _("Seizures, and nobody near."), SOMEBODY_NEAR),
    ),
    "vestibular": code(
        WARN,
        _("Linear before rotary. Stop at yawning, colour change, nausea; effects can come later."),
        _("Slow and straight. Stop at yawning, a pale or red face, or feeling sick."),
        warn(
            "seizures reflux",
            _("Movement: follow the plan, and not after meals."),
            _("Slow, and not after meals."),
        ),
        never(SEIZURES, _("Movement and these seizures: ask the doctor first."), ASK_FIRST),
        never("shunt neck_instability trach", _("Movement: medical clearance first."), ASK_FIRST),
        never("-near", _("Movement, and nobody near to see the signs to stop."), SOMEBODY_NEAR),
    ),
    "neck_instability": code(
        ALLOWED,
        _("Loads the neck or head."),
        _("Fine for most necks."),
        never("neck_instability", _("The neck is not cleared: medical clearance first."), NOT_FOR_NOW),
    ),
    "head_down": code(
        WARN,
        _("Head down: not after meals."),
        _("Not after meals."),
        never("reflux shunt trach neck_instability", _("Head down: medical clearance first."), NOT_FOR_NOW),
        never("seizures_uncontrolled", _("Head down and these seizures: ask the doctor first."), ASK_FIRST),
        never(
            "@breakfast @snack @meal.dinner @school.lunch",
            _("Head down at a meal: choose another time of the day."),
            _("Not around meals."),
        ),
        never("-near", _("Head down, and nobody near."), SOMEBODY_NEAR),
    ),
    "shunt_or_trach": code(
        ALLOWED,
        _("Matters for a shunt or a tracheostomy."),
        _("Fine for most children."),
        never("shunt trach", _("Ask the medical team first."), ASK_FIRST),
    ),
    "hypermobility": code(
        ALLOWED,
        _("Loads the joints."),
        _("Stop if it hurts."),
        warn(
            "hypermobility",
            _("Stop on pain; no weight on joints bent back."),
            _("Stop if a joint hurts or bends back."),
        ),
        never("fragile_bones", _("Loads the joints, and bones break easily."), ASK_FIRST),
    ),
    "pain": code(
        ALLOWED,
        _("Stop if it hurts."),
        _("Stop if it hurts."),
        warn(
            "pain",
            _("The child has pain: agree the sign to stop."),
            _("Agree a sign to stop, and stop if it hurts."),
        ),
    ),
    "load": code(
        ALLOWED,
        _("Keep the load light; you set the limit."),
        _("Keep the bag light."),
        warn(
            "hypermobility pain",
            _("Load: set a lower limit and stop on pain."),
            _("Very light, and stop if it hurts."),
        ),
        never("fragile_bones", _("Load, and bones break easily."), NOT_FOR_NOW),
    ),
    "weighted_item": code(
        WARN,
        _("Weighted things: set up by the therapist only, never in bed."),
        _("No weighted blanket unless your therapist has set it up."),
        never("<3", _("Weighted things are never used under 3."), NOT_FOR_NOW),
        never("cannot_remove_weighted", _("The child cannot take a weighted thing off."), NOT_FOR_NOW),
        never("trach seizures_uncontrolled", _("Weighted things: medical clearance first."), ASK_FIRST),
        warn(
            "@bedtime @sleep",
            _("No weighted thing in bed for a young child."),
            _("No weighted blanket in bed unless your therapist has set it up."),
        ),
        never("#car", _("Weighted things never belong in a car."), NOT_FOR_NOW),
        never("-near", _("Weighted things, and nobody near."), SOMEBODY_NEAR),
    ),
    "medical_review": code(
        WARN,
        _("Pain, constipation or new wetting: to the doctor first."),
        _("Something new or sore? Ring your doctor."),
    ),
}
