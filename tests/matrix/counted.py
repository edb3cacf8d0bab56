"""Counts one goal of a record, by two carers of whom one may not read what others counted."""

from alongside.areas.practice import actions as practice
from alongside.areas.practice.values import ProbeDraft
from alongside.core.capabilities import Capability
from alongside.core.evidence import Scale
from alongside.core.progress import Every
from tests.clock import AT
from tests.matrix.pen import Pen
from tests.matrix.world import either, may


def count(pen: Pen) -> None:
    """A goal is counted by two carers; one of them may not read what others counted."""
    counters = ("carer", "other_carer")
    reader = either(may(pen.family.key, Capability.READ_ALL_ENTRIES), pen.mine(*counters))
    draft = ProbeDraft(
        name=pen.word("count: name", reader),
        what=pen.word("count: what", reader),
        unit=pen.word("count: unit", reader),
        scale=Scale.TRIES,
        every=Every.DAY,
        more_is_better=True,
        most=5,
        hoped=4,
        starts_on=AT.date(),
        baseline=5,
        starts=3,
        collectors=tuple(pen.family.people[role].uuid for role in counters),
    )
    plan, said = pen.new("probe_plan"), {"child": pen.child, "at": AT}
    goal = pen.family.objects["goal"]
    practice.plan_probes(actor=pen.therapist, goal=goal, plan=plan, draft=draft, seed=1, **said)
    for role in counters:
        acting = pen.family.people[role].actor(AT)
        practice.answer_count(actor=acting, plan=plan, agree=True, **said)
        practice.record_probe(actor=acting, plan=plan, probe=pen.new("probe"), value=3, **said)
