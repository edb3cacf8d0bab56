"""Pictures for schedules, as the files beside this one: OpenMoji, CC BY-SA 4.0."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from alongside.core.words import gettext_noop as _

FOLDER = Path(__file__).parent
CREDIT = _("Pictures: OpenMoji, CC BY-SA 4.0")

# By what happens when in a day. The name is the file's; the words stand under the picture.
PICTOGRAMS: Mapping[str, str] = MappingProxyType(
    {
        "wake": _("Wake up"),
        "toilet": _("Toilet"),
        "wash_hands": _("Wash hands"),
        "teeth": _("Brush teeth"),
        "hair": _("Brush hair"),
        "clothes": _("Get dressed"),
        "socks": _("Socks"),
        "shoes": _("Shoes"),
        "coat": _("Coat"),
        "hat": _("Hat"),
        "gloves": _("Gloves"),
        "breakfast": _("Breakfast"),
        "medicine": _("Medicine"),
        "bag": _("Bag"),
        "walk": _("Walk"),
        "car": _("Car"),
        "bus": _("Bus"),
        "bike": _("Bike"),
        "school": _("School"),
        "lunch": _("Lunch"),
        "home": _("Home"),
        "snack": _("Snack"),
        "drink": _("Drink"),
        "homework": _("School work"),
        "book": _("Book"),
        "scissors": _("Cutting"),
        "paint": _("Painting"),
        "music": _("Music"),
        "game": _("Game"),
        "toys": _("Toys"),
        "bricks": _("Bricks"),
        "ball": _("Ball"),
        "screen": _("Screen"),
        "park": _("Park"),
        "slide": _("Playground"),
        "swim": _("Swimming"),
        "friends": _("Friends"),
        "dog": _("Dog"),
        "shop": _("Shop"),
        "visit": _("Talk together"),
        "doctor": _("Doctor"),
        "dentist": _("Dentist"),
        "haircut": _("Haircut"),
        "party": _("Party"),
        "tidy": _("Tidy up"),
        "sweep": _("Sweep"),
        "cook": _("Cook"),
        "help": _("Help"),
        "dinner": _("Tea"),
        "bath": _("Bath"),
        "shower": _("Shower"),
        "pyjamas": _("Lie down"),
        "night": _("Evening"),
        "light_off": _("Light off"),
        "bed": _("Bed"),
        "sleep": _("Sleep"),
        "wait": _("Wait"),
        "clock": _("Time"),
        "choose": _("Choose"),
        "surprise": _("Something new"),
        "quiet": _("Quiet"),
        "headphones": _("Headphones"),
        "breathe": _("Breathe out"),
        "hug": _("Hug"),
        "calm": _("Calm"),
        "happy": _("Happy"),
        "sad": _("Sad"),
        "angry": _("Angry"),
        "stop": _("Stop"),
        "finished": _("Finished"),
        "sun": _("Sunny"),
        "rain": _("Rainy"),
    }
)

_OF_ROUTINE: Mapping[str, str] = MappingProxyType(
    {
        "morning.wake": "wake",
        "morning.wash": "teeth",
        "morning.dress": "clothes",
        "breakfast": "breakfast",
        "leave_house": "bag",
        "school_run": "walk",
        "school.arrival": "school",
        "school.classroom": "school",
        "school.writing": "homework",
        "school.playground": "ball",
        "school.lunch": "lunch",
        "after_school": "home",
        "snack": "snack",
        "outings.shop": "shop",
        "outings.appointment": "doctor",
        "play.outdoor": "park",
        "play.friends": "friends",
        "homework": "homework",
        "play.indoor": "toys",
        "screens": "screen",
        "meal.dinner": "dinner",
        "chores": "tidy",
        "bath": "bath",
        "bedtime": "bed",
        "sleep": "sleep",
        "toileting": "toilet",
        "any.transition": "surprise",
        "any.upset": "hug",
        "any.end_of_day": "night",
    }
)


def of_routine(code: str) -> str:
    """The picture of a routine (a code of core.routines)."""
    return _OF_ROUTINE[code]
