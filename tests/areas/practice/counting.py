"""A goal that is counted: a plan for ten mornings, yeses, and counts in one line each."""

from datetime import timedelta
from uuid import uuid4

from alongside.areas.practice import actions as practice
from alongside.areas.practice.values import ProbeDraft
from alongside.areas.programme import actions as programme
from alongside.core.evidence import Scale
from alongside.core.progress import Every
from tests.areas.review.loop import agreed_goal


def draft(cast, **more):
    """Shoes, so many of five tries a morning; six days before the idea starts, counted by Samira."""
    plan = {
        "name": "Shoes",
        "what": "Shoes on without help, of five tries",
        "unit": "tries",
        "scale": Scale.TRIES,
        "every": Every.DAY,
        "more_is_better": True,
        "most": 5,
        "hoped": 4,
        "starts_on": cast.at.date(),
        "baseline": 6,
        "starts": 1,
        "collectors": (cast.samira.uuid,),
    }
    return ProbeDraft(**plan | more)


def planned(cast, goal=None, *, seed=1, player=None, **more):
    """A plan of counting; a goal is agreed for it unless one is given."""
    goal = goal or agreed_goal(cast, uuid4).uuid
    return practice.plan_probes(
        actor=(player or cast.hannah).actor,
        child=cast.idris,
        goal=goal,
        plan=uuid4(),
        draft=draft(cast, **more),
        seed=seed,
        at=cast.at,
    )


def says(cast, plan, player, *, agree=True):
    """A carer's answer to being asked."""
    about = {"child": cast.idris, "plan": plan.uuid, "at": cast.at}
    practice.answer_count(actor=player.actor, agree=agree, **about)


def agreed_plan(cast, goal=None, **more):
    """A plan that Samira said yes to."""
    plan = planned(cast, goal, **more)
    says(cast, plan, cast.samira)
    return plan


def counted(cast, plan, value, *, days=0, player=None, **more):
    """One count, ``days`` after the cast's Monday."""
    given = {"child": cast.idris, "plan": plan.uuid, "probe": uuid4(), "at": cast.at + timedelta(days=days)}
    return practice.record_probe(actor=(player or cast.samira).actor, value=value, **given | more)


def started(cast, goal, *, days):
    """The idea for a goal, shared ``days`` after the cast's Monday."""
    said = {"actor": cast.hannah.actor, "child": cast.idris, "at": cast.at + timedelta(days=days)}
    placement = uuid4()
    idea = {"title": "Heel first", "family_words": "Start at the heel.", "words_that_help": ""}
    programme.place_idea(placement=placement, goal=goal, routine="morning.dress", minutes=3, **idea, **said)
    programme.share_programme(placements=(placement,), not_yet={placement: "We try it."}, **said)
    programme.agree_placement(**said | {"actor": cast.samira.actor}, placement=placement, change=uuid4())
    return placement


def counting_actions(cast, goal):
    """Every action about counting with inputs that are right."""
    team = {"actor": cast.hannah.actor, "child": cast.idris}
    family = {"actor": cast.samira.actor, "child": cast.idris}
    yield (
        practice.plan_probes,
        team | {"goal": goal, "plan": uuid4(), "draft": draft(cast, starts=5), "seed": 7},
    )
    plan = agreed_plan(cast, agreed_goal(cast, uuid4, title="Shoes").uuid)
    probe = counted(cast, plan, 3)
    yield practice.ask_to_count, team | {"plan": plan.uuid, "people": (cast.karim.uuid,)}
    yield practice.answer_count, family | {"plan": plan.uuid, "agree": True}
    count = {"value": 3, "of": 5, "on": cast.at.date()}
    yield practice.record_probe, family | count | {"plan": plan.uuid, "probe": uuid4()}
    yield practice.correct_probe, family | count | {"probe": probe.uuid}
