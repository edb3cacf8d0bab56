"""The words an idea is described with: codes in the data, labels on screen (English source text)."""

from collections.abc import Mapping
from types import MappingProxyType

from alongside.core.words import gettext_noop as _


def _table(**labels: str) -> Mapping[str, str]:
    return MappingProxyType(labels)


DOMAINS = _table(
    self_care=_("Looking after oneself"),
    fine_motor=_("Hands and fingers"),
    gross_motor=_("Moving and balance"),
    visual_motor=_("Eyes and hands together"),
    handwriting=_("Writing and drawing"),
    feeding=_("Eating and drinking"),
    sensory_regulation=_("Senses"),
    emotional_regulation=_("Big feelings"),
    attention=_("Attention"),
    memory=_("Remembering"),
    planning=_("Planning and starting"),
    sleep=_("Sleep"),
    social=_("Being with others"),
    play=_("Play"),
    communication=_("Saying and understanding"),
    wellbeing=_("Feeling well"),
)
KNOBS = _table(
    help=_("how much help"),
    steps=_("how many steps are the child’s"),
    material=_("size or feel of things"),
    items=_("how many things"),
    time=_("how long"),
    speed=_("fast or careful"),
    distraction=_("what goes on around"),
    choice=_("choice and something new"),
    position=_("sitting, standing, support"),
    memory=_("how long to remember"),
    people=_("how many people"),
    real=_("pretend or real"),
)
SETTINGS = _table(
    home=_("At home"),
    school=_("At school"),
    community=_("Out and about"),
    park=_("In the park"),
    car=_("In the car"),
    clinic=_("In the clinic"),
)
ATTENTION = _table(full=_("All of it"), nearby=_("Somebody nearby"), none=_("None"))
PEOPLE = _table(
    one_to_one=_("One grown-up"),
    siblings=_("Brothers and sisters"),
    friends=_("Friends"),
    **{"class": _("Class")},
)
LEADS = _table(adult=_("The grown-up"), child=_("The child"))
POSITIONS = _table(
    floor=_("On the floor"),
    chair=_("On a chair"),
    standing=_("Standing"),
    moving=_("On the move"),
    bed=_("In bed"),
    water=_("In water"),
)
CHANNELS = _table(
    tactile=_("touch"),
    proprioceptive=_("muscles and joints"),
    vestibular=_("balance"),
    auditory=_("hearing"),
    visual=_("seeing"),
    oral=_("mouth"),
    smell=_("smell"),
)
DIRECTIONS = _table(calming=_("calming"), alerting=_("waking up"), less_of=_("less of it"))
# From the closest to the furthest.
LEVELS = _table(
    TOUCH=_("A grown-up has a hand on the child."),
    SIGHT=_("A grown-up sees the child all the time."),
    NEARBY=_("A grown-up is nearby."),
    NONE=_("No one needs to watch."),
)
OFTEN = _table(
    day=_("a day"),
    week=_("a week"),
    school_days=_("on school days"),
    bath_nights=_("on bath nights"),
    when_needed=_("when needed"),
)
WHEN = _table(at_first=_("at first"), near_roads=_("near roads"), busy_place=_("in a busy place"))
LIGHTS = ("green", "yellow_plus", "yellow_minus", "red", "unrated")
TAGS = frozenset(
    {
        "water",
        "music",
        "animals",
        "trains",
        "painting",
        "stories",
        "cooking",
        "numbers",
        "jumping",
        "stickers",
    }
    | {"noise", "dark", "balls", "building", "pretend", "outdoors", "jokes", "races"}
)
