"""Invented scores of two children: a scaled score that grows while the T stays behind, and three views of senses."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial
from uuid import UUID

from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation.values import Form, RepeatNoteDraft, ScaleDraft, ScoresDraft, ScoreType, Who
from alongside.config.demo import people
from alongside.config.demo.scene import Beat, Scene, address_of

GROWING, BOTH_WAYS, BY_T = "pedi-cat", "sensory-profile-2", "spm-2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An instrument that was given on ``day`` and written down at ``when``; ``who`` is a carer's key or a name."""

    instrument: str
    day: str
    when: str
    who: str
    scales: tuple[ScaleDraft, ...]
    form: Form = Form.PARENT
    by: str = ""
    setting: str = ""


def _growing(score: int, error: str, t: int, sure: tuple[int, int]) -> tuple[ScaleDraft, ...]:
    lower, upper = sure
    scaled = ScaleDraft(
        name="Daily life, scaled",
        score_type=ScoreType.CRITERION,
        score=Decimal(score),
        sem=Decimal(error),
        source="its report",
    )
    by_age = ScaleDraft(
        name="Daily life, by age",
        score_type=ScoreType.T_50_10,
        score=Decimal(t),
        confidence=Decimal(95),
        lower=Decimal(lower),
        upper=Decimal(upper),
    )
    return scaled, by_age


def _senses(**bands: int) -> tuple[ScaleDraft, ...]:
    return tuple(
        ScaleDraft(name=name.capitalize(), score_type=ScoreType.RAW_CATEGORY, band=band)
        for name, band in bands.items()
    )


def _by_t(**scores: int) -> tuple[ScaleDraft, ...]:
    return tuple(
        ScaleDraft(
            name=name.capitalize(),
            score_type=ScoreType.T_50_10,
            score=Decimal(score),
            confidence=Decimal(90),
            reliability=Decimal("0.85"),
            source="invented for this demo",
        )
        for name, score in scores.items()
    )


SCORES: dict[str, tuple[Given, ...]] = {
    "idris": (
        Given(
            instrument=GROWING, day="-38 Tue", when="-9 Thu 16:50", who="samira",
            scales=_growing(46, "1.6", 37, (33, 41)), by="Dr Anna Lund, children’s hospital", setting="hospital",
        ),
        Given(
            instrument=GROWING, day="-9 Thu", when="-9 Thu 17:05", who="samira",
            scales=_growing(49, "1.4", 36, (33, 39)), setting="at home, on a tablet",
        ),
        Given(
            instrument=GROWING, day="0 Thu", when="0 Thu 16:50", who="samira",
            scales=_growing(52, "1.3", 36, (33, 39)), setting="at home, on a tablet",
        ),
    ),
    "leila": (
        Given(
            instrument=BOTH_WAYS, day="-7 Mon", when="-7 Wed 12:10", who="shirin",
            scales=_senses(sounds=1, touch=2, taste=2, movement=-1),
        ),
        Given(
            instrument=BOTH_WAYS, day="-7 Tue", when="-7 Wed 12:20", who="babak",
            scales=_senses(sounds=0, touch=1, taste=2, movement=-2),
        ),
        Given(
            instrument=BY_T, day="-7 Mon", when="-7 Wed 12:30", who="shirin",
            scales=_by_t(planning=58, taste=66),
        ),
        Given(
            instrument=BY_T, day="-7 Tue", when="-7 Wed 12:40", who="babak",
            scales=_by_t(planning=54, taste=64),
        ),
        Given(
            instrument=BY_T, day="-6 Mon", when="-6 Wed 12:10", who="Ms Achebe", form=Form.TEACHER,
            scales=_by_t(planning=61, taste=52), setting="nursery",
        ),
    ),
}  # fmt: skip


def beats(scene: Scene) -> Iterator[Beat]:
    """The scores of this child, and the clinic's note about giving the growing one again."""
    for number, given in enumerate(SCORES.get(scene.family.key, ())):
        yield Beat(
            at=scene.when(given.when), act=partial(_write, scene, scene.named(f"scores {number}"), given)
        )
    if scene.family.key == "idris":
        note = RepeatNoteDraft(
            uuid=scene.named("repeat"), words="After six months, or sooner after a block.", weeks=8
        )
        at = scene.when("-9 Thu 17:10")
        yield scene.does(at, "therapist", evaluation.keep_repeat_note, instrument=GROWING, draft=note)


def _write(scene: Scene, administration: UUID, given: Given, at: datetime) -> None:
    evaluation.keep_scores(
        actor=scene.actor("therapist", at),
        child=scene.child,
        administration=administration,
        draft=_draft(scene, given),
        at=at,
    )


def _draft(scene: Scene, given: Given) -> ScoresDraft:
    is_named = " " in given.who  # a teacher has a name, a carer of the circle a key
    return ScoresDraft(
        instrument=given.instrument,
        form=given.form,
        given_on=scene.almanac.day(given.day),
        who=Who.TEACHER if is_named else Who.PERSON,
        who_name=given.who if is_named else "",
        person=None if is_named else people.known(address_of(given.who)).uuid,
        given_by=None if given.by else scene.house.team[scene.family.therapist].uuid,
        given_by_name=given.by,
        setting=given.setting,
        scales=given.scales,
    )
