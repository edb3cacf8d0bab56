"""The actions on plans of a caseload, with inputs that are right."""

from uuid import uuid4

from alongside.areas.caseload import actions as caseload
from alongside.areas.caseload.values import AbilityKind, AwayDraft, Mode, MoreDraft
from tests.areas.caseload.house import answer, asked, draft, regular


def calls(cast, world):
    """One call of each."""
    clinic = {"actor": cast.maria.actor, "clinic": cast.clinic.pk}
    regular(cast)
    changes = {
        "away": (AwayDraft(person=cast.hannah.uuid, weekday=1),),
        "more": (MoreDraft(person=cast.hannah.uuid, weekday=2, start=480, until=720),),
    }
    yield caseload.ask_plan, clinic | {"plan": uuid4(), "draft": draft(mode=Mode.WHAT_IF, **changes)}
    plan = asked(cast)
    begun = caseload.begin_plan(at=cast.at)
    assert begun is not None
    yield caseload.stop_plan, clinic | {"plan": plan}
    caseload.keep_found(plan=plan, found=answer(cast, cast.idris), at=cast.at)
    yield caseload.dismiss_plan, clinic | {"plan": plan}
    words = {"kind": AbilityKind.SKILL, "words": ("handwriting",)}
    yield caseload.keep_abilities, clinic | {"person": cast.hannah.uuid} | words
    offered = {"plan": plan, "child": cast.idris, "offer": uuid4(), "visits": 5}
    yield caseload.offer_planned, clinic | offered
