"""An idea that waits for a yes: one of the family is not so sure yet, and says what would help."""

from collections.abc import Iterator

from alongside.areas.programme import actions as programme
from alongside.areas.programme.values import Wish
from alongside.config.demo.scene import Beat, Scene

_PLACED, _SHARED, _ANSWERED = "ago 3 17:20", "ago 3 17:40", "ago 2 20:15"


def beats(scene: Scene) -> Iterator[Beat]:
    """Rosa's tray waits; her grandmother would like to be shown."""
    if scene.family.key != "rosa":
        return
    tray = scene.named("idea tray")
    yield scene.does(
        scene.when(_PLACED),
        "therapist",
        programme.place_idea,
        placement=tray,
        title="Look up, then three steps",
        family_words="Rosa carries the tray with one cup. She stops, looks up, and walks three steps.",
        words_that_help="Cup, table, go.",
        routine="meal.dinner",
        minutes=3,
        finding=scene.named("seen 3"),
    )
    yield scene.does(
        scene.when(_PLACED, 5),
        "therapist",
        programme.reword_placement,
        placement=tray,
        change=scene.named("parts of tray"),
        your_part="You put the cup in the middle and wait at the table.",
        our_part="Hannah brings the tray with the rim on Thursday.",
        notice="Whether she looks up before she walks.",
    )
    why = {tray: "We try it at tea before it becomes a goal."}
    shared = {"placements": (tray,), "not_yet": why}
    yield scene.does(scene.when(_SHARED), "therapist", programme.share_programme, **shared)
    yield scene.does(
        scene.when(_ANSWERED),
        "carmen",
        programme.answer_placement,
        placement=tray,
        answer=scene.named("answer to tray"),
        confidence=4,
        wish=Wish.SHOW,
        question="Is the small tray better than the big one?",
    )
