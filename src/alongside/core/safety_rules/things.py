"""What is said of small, hot, sharp and other things."""

from alongside.core.safety_rules.grammar import (
    ALLOWED,
    ASK_FIRST,
    EXCLUDED,
    MOUTHING,
    NOT_FOR_NOW,
    SOMEBODY_CLOSE,
    SOMEBODY_NEAR,
    WARN,
    code,
    never,
    warn,
)
from alongside.core.words import gettext_noop as _

THINGS = {
    "choking_small_parts": code(
        ALLOWED,
        _("Small parts."),
        _("Count the small parts before and after."),
        warn("<3", _("Small parts, under 3: touch supervision."), _("Small parts: stay within touch.")),
        never(MOUTHING, _("Small parts, and the child puts things in the mouth."), NOT_FOR_NOW),
        never("<3 -touch", _("Small parts, under 3, and nobody within touch."), SOMEBODY_CLOSE),
        never("<5 #car", _("Small parts in a car, under 5: nobody can help from the front."), NOT_FOR_NOW),
    ),
    "balloon": code(
        ALLOWED,
        _("Balloons: put pieces away at once."),
        _("Put balloon pieces away at once."),
        never(
            "<8", _("No balloons under 8: suffocation and choking. Name the ball used instead."), ASK_FIRST
        ),
        never("latex", _("Balloons hold latex, and the child is allergic."), NOT_FOR_NOW),
        never(MOUTHING, _("Balloons, and the child puts things in the mouth."), NOT_FOR_NOW),
        warn(
            "#school",
            _("Balloons at school: another child may be allergic to latex."),
            _("Ask school first."),
        ),
        never("-near", _("Balloons, and nobody near."), SOMEBODY_NEAR),
    ),
    "suffocation": code(
        WARN,
        _("Plastic or cloth: away after use, never near the face."),
        _("Put it out of reach afterwards. Never near the face."),
        never("<3", _("Suffocation risk under 3. Say who stays with the child."), ASK_FIRST),
        never(MOUTHING, _("Suffocation risk, and the child puts things in the mouth."), ASK_FIRST),
        never("<8 -near", _("Suffocation risk under 8, and nobody near."), SOMEBODY_NEAR),
    ),
    "ligature": code(
        ALLOWED,
        _("No cords or loops near the bed or out of sight."),
        _("Keep cords and loops away from the bed."),
        never("<3", _("Cords or loops under 3. Say who stays with the child."), ASK_FIRST),
        never("self_harm", _("Cords or loops, and the child has hurt themselves."), ASK_FIRST),
        warn(
            "@bedtime @sleep",
            _("Cords or loops near the bed: out of reach before lights out."),
            _("No cords or loops near the bed."),
        ),
        never("<8 -near", _("Cords or loops under 8, and nobody near."), SOMEBODY_NEAR),
    ),
    "ingestion": code(
        ALLOWED,
        _("Not for eating: use non-toxic materials."),
        _("This is not for eating."),
        warn("<3", _("Not for eating, under 3: touch supervision."), _("Not for eating: stay within touch.")),
        never(MOUTHING, _("Not for eating, and the child puts things in the mouth."), NOT_FOR_NOW),
        never("<3 -touch", _("Not for eating, under 3, and nobody within touch."), SOMEBODY_CLOSE),
    ),
    "button_battery": code(
        WARN,
        _("Check for coin cells: a swallowed one burns within two hours."),
        _("Check that no small round battery is among the pieces."),
        never("<3", _("Coin cells may be near, under 3."), ASK_FIRST),
        never(MOUTHING, _("Coin cells may be near, and the child puts things in the mouth."), NOT_FOR_NOW),
        never(
            "<6 -near", _("Coin cells may be near, under 6, and nobody keeps an eye on them."), SOMEBODY_NEAR
        ),
    ),
    "magnets": code(EXCLUDED, _("Loose magnets are never suggested."), _("We never use loose magnets.")),
    "loose_magnets": code(
        EXCLUDED, _("Loose magnets are never suggested."), _("We never use loose magnets.")
    ),
    "water_beads": code(EXCLUDED, _("Water beads are never suggested."), _("We never use water beads.")),
    "sharp": code(
        ALLOWED,
        _("Sharp or hard edges: blunt tools, hard edges padded."),
        _("Use blunt tools and pad hard edges."),
        warn("<4", _("Sharp tools under 4: touch supervision."), _("Stay within touch.")),
        never("<4 -touch", _("Sharp tools under 4, and nobody within touch."), SOMEBODY_CLOSE),
        never("-near", _("Sharp tools, and nobody near."), SOMEBODY_NEAR),
    ),
    "heat": code(
        ALLOWED,
        _("An adult does the hot step."),
        _("A grown-up does the hot part."),
        never("-near", _("The hot step is an adult’s, and nobody is near."), SOMEBODY_NEAR),
    ),
    "eyes": code(ALLOWED, _("Mind the eyes."), _("Mind the eyes.")),
    "skin_pinch": code(
        ALLOWED, _("Skin can be pinched: chin up for zips."), _("Chin up when the zip comes.")
    ),
    "slip": code(
        ALLOWED,
        _("Wet or slippery floor."),
        _("Dry the floor first."),
        warn(
            "fragile_bones",
            _("Slippery floor, and bones break easily."),
            _("Dry the floor and stay within touch."),
        ),
        never("<4 -near", _("Slippery floor under 4, and nobody near."), SOMEBODY_NEAR),
    ),
}
