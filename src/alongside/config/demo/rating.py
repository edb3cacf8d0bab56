"""Where goals start and how both sides see them later: some agree, some do not, one teacher and one child speak."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from alongside.areas.circle import gate
from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries as goals_read
from alongside.areas.goals.values import Rater, RatingDraft
from alongside.config.demo.scene import Beat, Scene
from alongside.core.attainment import LightAnswer
from alongside.core.capabilities import Capability


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view of a goal: the therapist says a step, the family gives a plain answer."""

    when: str
    who: str
    step: int | None = None
    answer: LightAnswer | None = None
    words: str = ""
    rater: Rater | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """A goal's start and the views after it, all on one version."""

    start: str
    words: str
    views: tuple[View, ...]
    version: int = 1


RATED = {
    ("idris", "socks"): Rated(
        start="-7 Fri 16:30",
        words="A grown-up pulls both, he helps with the tops.",
        version=2,
        views=(
            View(
                when="-1 Fri 19:40", who="samira", answer=LightAnswer.PARTLY, words="One heel, most mornings."
            ),
            View(
                when="-1 Fri 20:10",
                who="therapist",
                step=2,
                words="Left heel twice here, right heel not yet.",
            ),
            View(
                when="0 Fri 08:20",
                who="samira",
                answer=LightAnswer.AS_HOPED,
                words="Four mornings this week.",
            ),
            View(
                when="0 Fri 13:05", who="therapist", step=2, words="The right heel still needs a hand here."
            ),
            View(
                when="0 Fri 08:40",
                who="samira",
                answer=LightAnswer.FAR_BEYOND,
                rater=Rater.CHILD,
                words="I am faster than Yusuf.",
            ),
        ),
    ),
    ("idris", "change"): Rated(
        start="-6 Thu 17:00",
        words="Half an hour in the den after the bus was late.",
        views=(
            View(
                when="0 Fri 19:30", who="karim", answer=LightAnswer.PARTLY, words="He looked at it with me."
            ),
        ),
    ),
    ("rosa", "bike"): Rated(
        start="-9 Mon 12:10",
        words="Scoots along, one foot always down.",
        views=(
            View(
                when="-1 Fri 20:15",
                who="emilio",
                answer=LightAnswer.PARTLY,
                words="She glides past two trees.",
            ),
            View(when="-1 Fri 14:30", who="therapist", step=2, words="Six metres, feet up, in the yard."),
        ),
    ),
    ("theo", "lines"): Rated(
        start="-8 Mon 12:00",
        words="Two lines, then he shakes his hand.",
        version=1,
        views=(
            View(when="-5 Fri 17:30", who="claudette", answer=LightAnswer.SAME, words="Two, and a hot hand."),
            View(
                when="-5 Fri 15:20",
                who="therapist",
                rater=Rater.TEACHER,
                name="Mr Okoro",
                step=2,
                words="Three lines on Tuesday, with a stretch.",
            ),
        ),
    ),
    ("elif", "door"): Rated(
        start="-5 Mon 09:00",
        words="Counted by Elif and by her father: back in every morning.",
        views=(
            View(
                when="-1 Fri 09:20",
                who="emre",
                answer=LightAnswer.AS_HOPED,
                words="Four doors. We both counted.",
            ),
            View(
                when="-1 Fri 16:00", who="therapist", step=3, words="Her count and her father’s are the same."
            ),
        ),
    ),
    ("jude", "up"): Rated(
        start="-11 Mon 10:00",
        words="Gran knocks, he turns round once more.",
        views=(
            View(
                when="-3 Fri 18:30",
                who="gareth",
                answer=LightAnswer.A_BIT_MORE,
                words="Toast for Gran on Monday.",
            ),
            View(when="-3 Fri 12:00", who="therapist", step=4),
        ),
    ),
    ("zara", "nights"): Rated(
        start="-7 Mon 09:30",
        words="Seven nights of seven, at about two.",
        views=(
            View(
                when="0 Fri 08:10",
                who="farah",
                answer=LightAnswer.HARDER,
                words="The cough, and all of us tired.",
            ),
            View(when="-1 Fri 15:00", who="therapist", step=2),
        ),
    ),
}


# Wordings that the clinic uses again.
KEPT = {
    "rosa": (("bike", "-5 Mon 12:40"),),
    "jude": (("up", "-2 Thu 12:10"),),
    "finn": (("reading", "-2 Mon 12:20"),),
}


def beats(scene: Scene) -> Iterator[Beat]:
    """The start of some goals, and both sides' views of them."""
    for aim in scene.family.aims:
        rated = RATED.get((scene.family.key, aim.key))
        if rated:
            yield _start(scene, aim.key, rated)
            for number, view in enumerate(rated.views):
                yield _view(scene, f"{aim.key} {number}", rated, view)

    for key, when in KEPT.get(scene.family.key, ()):
        yield Beat(at=scene.when(when), act=partial(_keep, scene, key))


def _keep(scene: Scene, key: str, at: datetime) -> None:
    """The therapist keeps a good wording for the whole clinic, without names."""
    actor, goal = scene.actor("therapist", at), scene.named(f"goal {key}")
    opened = gate.open_child(actor, scene.child, Capability.READ_GOALS, at, doing="therapist.keep_in_bank")
    draft = goals_read.bank_draft(opened, goal)
    bank = scene.named(f"bank {key}")
    goals.keep_in_bank(actor=actor, child=scene.child, goal=goal, bank=bank, draft=draft, at=at)


def _start(scene: Scene, key: str, rated: Rated) -> Beat:
    at = scene.when(rated.start)
    return scene.does(
        at,
        "therapist",
        goals.score_baseline,
        goal=scene.named(f"goal {key}"),
        rating=scene.named(f"start {key}"),
        version=rated.version,
        about_on=at.astimezone(scene.almanac.zone_info).date(),
        words=rated.words,
    )


def _view(scene: Scene, name: str, rated: Rated, view: View) -> Beat:
    at = scene.when(view.when)
    draft = RatingDraft(
        about_on=at.astimezone(scene.almanac.zone_info).date(),
        rater=view.rater or (Rater.THERAPIST if view.who == "therapist" else Rater.PARENT),
        step=view.step,
        answer=view.answer,
        rater_name=view.name,
        words=view.words,
    )
    return scene.does(
        at,
        view.who,
        goals.rate_goal,
        goal=scene.named(f"goal {name.split()[0]}"),
        rating=scene.named(f"rating {name}"),
        version=rated.version,
        draft=draft,
    )
