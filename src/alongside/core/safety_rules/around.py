"""What is said of people, places and privacy."""

from alongside.core.safety_rules.grammar import (
    ALLOWED,
    ASK_FIRST,
    EXCLUDED,
    SOMEBODY_CLOSE,
    SOMEBODY_NEAR,
    WARN,
    code,
    never,
    warn,
)
from alongside.core.words import gettext_noop as _

AROUND = {
    "restraint": code(
        EXCLUDED,
        _("Holding, wrapping or blocking the way out to stop behaviour is never suggested."),
        _("We never hold, wrap or block a child to stop them."),
    ),
    "no_restraint": code(
        WARN,
        _("Never hold, wrap or block the way out. The child can always leave."),
        _("Your child can always get out. Never hold or wrap."),
    ),
    "traffic": code(
        WARN,
        _("Near traffic: hold hands."),
        _("Hold hands near roads."),
        warn(
            "runs_off",
            _("Near traffic, and the child may run off: plan the route."),
            _("Hold hands all the way."),
        ),
        never("<8 -touch", _("Near traffic, under 8, and nobody within touch."), SOMEBODY_CLOSE),
        never(
            "runs_off -touch",
            _("Near traffic, the child may run off, and nobody is within touch."),
            SOMEBODY_CLOSE,
        ),
    ),
    "lost_child": code(
        ALLOWED,
        _("Agree the plan before going in."),
        _("Agree a meeting point first."),
        warn(
            "runs_off",
            _("Busy places, and the child may run off: one adult for the child."),
            _("Hold hands inside."),
        ),
        never("-near", _("A busy place, and nobody near."), SOMEBODY_NEAR),
    ),
    "hearing_masked": code(
        WARN,
        _("Ear defenders off near traffic."),
        _("Ear defenders off when you walk near roads."),
        never(
            "@school_run @leave_house @outings.shop -near",
            _("Ears covered on the way, and nobody near."),
            SOMEBODY_NEAR,
        ),
    ),
    "noise": code(
        ALLOWED,
        _("It makes noise."),
        _("It makes noise."),
        warn(
            "noise_sensitive",
            _("Noise, and loud sounds hurt or frighten."),
            _("Let your child choose how loud."),
        ),
    ),
    "online_contact": code(
        WARN,
        _("Adult-known friends only."),
        _("Only friends you know."),
        never("-near", _("Online, and nobody near."), SOMEBODY_NEAR),
    ),
    "self_harm": code(
        WARN,
        _("If the child may be hurt: same day to the therapist, emergency services in danger."),
        _("Worried your child may be hurt? Ring us today. In danger, ring emergency services."),
        never("self_harm", _("The child has hurt themselves: safety plan first."), ASK_FIRST),
        never("-near", _("Big feelings, and nobody near."), SOMEBODY_NEAR),
    ),
    "distress_plan": code(
        ALLOWED,
        _("Talk about feelings can bring up hard things: know whom to call."),
        _("If something hard comes up, tell your therapist."),
        never("self_harm", _("The child has hurt themselves: safety plan first."), ASK_FIRST),
    ),
    "privacy": code(
        WARN,
        _("Privacy first, no photos."),
        _("Privacy first. No photos here."),
        warn(
            "#school #community #park #car",
            _("Privacy away from home: agree the place first."),
            _("Agree on a private place first."),
        ),
    ),
    "photo_bathing": code(EXCLUDED, _("No photos while bathing."), _("We never use photos from bath time.")),
    "photo_toileting": code(
        EXCLUDED, _("No photos while toileting."), _("We never use photos from the toilet.")
    ),
}
