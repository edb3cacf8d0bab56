"""What is said of food and of what touches the skin."""

from alongside.core.safety_rules.grammar import (
    ALLOWED,
    ASK_FIRST,
    NOT_FOR_NOW,
    SOMEBODY_NEAR,
    code,
    never,
    warn,
)
from alongside.core.words import gettext_noop as _

FOOD_AND_SKIN = {
    "choking_food": code(
        ALLOWED,
        _("Seated upright, cut to the family's usual safe size."),
        _("Sit up, and cut it the way you usually do."),
        warn(
            "<4",
            _("Food under 4: seated, cut small, within touch."),
            _("Sit up, cut it small and stay close."),
        ),
        never("dysphagia swallowing_plan", _("Check against the eating and drinking plan."), ASK_FIRST),
        never("trach", _("Food, and a tracheostomy: check with the medical team."), ASK_FIRST),
        never("<5 #car", _("Food in a car, under 5: nobody can help from the front."), NOT_FOR_NOW),
        never("-near", _("Food, and nobody near: a child never eats alone."), SOMEBODY_NEAR),
    ),
    "dysphagia": code(
        ALLOWED,
        _("Follow any eating and drinking plan."),
        _("Eat and drink the way you usually do."),
        never("dysphagia swallowing_plan", _("Check against the eating and drinking plan."), ASK_FIRST),
    ),
    "food_allergy": code(
        ALLOWED,
        _("Food is used."),
        _("Use food your child can have."),
        never("food:*", _("Food is used, and there is a food allergy. Name the substitute."), ASK_FIRST),
        warn("#school", _("Food at school: another child may have an allergy."), _("Ask school first.")),
    ),
    "gluten": code(
        ALLOWED,
        _("Wheat flour or dough is used."),
        _("This uses wheat."),
        never(
            "food:gluten food:wheat",
            _("Wheat, and the child has no gluten. Name the substitute."),
            ASK_FIRST,
        ),
    ),
    "skin_allergy": code(
        ALLOWED,
        _("Touches the skin: try a small patch first."),
        _("Try a little on the arm first."),
        never("skin", _("Touches the skin, and there is a skin allergy. Name the substitute."), ASK_FIRST),
    ),
    "latex_allergy": code(
        ALLOWED,
        _("May hold latex."),
        _("This may hold latex."),
        never("latex", _("May hold latex, and the child is allergic. Name the substitute."), ASK_FIRST),
    ),
}
