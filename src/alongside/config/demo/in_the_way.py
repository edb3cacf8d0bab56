"""A week in which mornings had no time for an idea, and what carers answered once a week."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from alongside.areas.practice import actions as practice
from alongside.areas.programme import actions as programme
from alongside.config.demo.people import Dice
from alongside.config.demo.scene import Beat, Scene
from alongside.core.barriers import Barrier
from alongside.core.moments import Kind
from alongside.core.pulse import Question, question_of

_IN_A_HURRY = "joon"
_IDEA = "idea door sentence"
_SHARED = "-1 Mon 15:20"
_TELLS = (
    ("0 Tue 08:12", "daniel", Barrier.NO_TIME, ""),
    ("0 Thu 08:14", "minji", Barrier.NO_TIME, ""),
    ("0 Fri 08:09", "daniel", Barrier.NO_TIME, ""),
    ("-1 Thu 08:20", "minji", Barrier.OTHER, "We had overslept, all of us."),
)
# What each carer answered from week to week: how light it felt (4 is light) in weeks of that question, else how sure.
_ANSWERS: Mapping[str, tuple[tuple[str, int, int], ...]] = MappingProxyType(
    {
        "joon": (("daniel", 3, 7), ("minji", 2, 6)),
        "idris": (("samira", 3, 8), ("karim", 3, 9)),
    }
)
_WEEKS = (-3, -2, -1)


def beats(scene: Scene) -> Iterator[Beat]:
    """An idea for the morning, three mornings without time, and answers at the end of weeks."""
    # Dice of its own: whatever else is told keeps its words and times.
    dice = Dice(404)
    if scene.family.key == _IN_A_HURRY:
        yield from _placed(scene, dice)
        for told in _TELLS:
            yield from _not_today(scene, dice, *told)
    for who, light, sure in _ANSWERS.get(scene.family.key, ()):
        yield from _answers(scene, dice, who, light, sure)


def _placed(scene: Scene, dice: Dice) -> Iterator[Beat]:
    at, idea = scene.when(_SHARED), scene.named(_IDEA)
    yield scene.does(
        at,
        "therapist",
        programme.place_idea,
        placement=idea,
        title="One sentence at the door",
        family_words="Before the coat goes on, Joon says one sentence about what comes today.",
        words_that_help="What comes first today?",
        routine="leave_house",
        minutes=3,
        goal=scene.named("goal bell"),
    )
    why = {idea: "Joon asked for it. We try it and look together."}
    later = scene.when(_SHARED, 5)
    yield scene.does(later, "therapist", programme.share_programme, placements=(idea,), not_yet=why)
    agreed = {"placement": idea, "change": dice.uuid(at), "confidence": 7}
    yield scene.does(scene.when(_SHARED, 300), "daniel", programme.agree_placement, **agreed)


def _not_today(scene: Scene, dice: Dice, when: str, who: str, barrier: Barrier, words: str) -> Iterator[Beat]:
    at = scene.when(when)
    entry = dice.uuid(at)
    told = {"placement": scene.named(_IDEA), "entry": entry, "kind": Kind.NOT_TODAY}
    yield scene.does(at, who, practice.record_entry, **told)
    said = {"entry": entry, "barriers": (barrier,), "words": words}
    yield scene.does(scene.when(when, 1), who, practice.keep_barriers, **said)


def _answers(scene: Scene, dice: Dice, who: str, light: int, sure: int) -> Iterator[Beat]:
    for week in _WEEKS:
        at = scene.when(f"{week} Sun 20:{10 + light}")
        day = at.astimezone(scene.almanac.zone_info).date()
        value = 4 - light if question_of(day) is Question.HEAVY else sure
        yield scene.does(at, who, practice.answer_pulse, pulse=dice.uuid(at), value=value)
