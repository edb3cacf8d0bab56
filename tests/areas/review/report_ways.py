"""Some way with a report in one line each: a registered therapist, a draft, a signed one, a shared one."""

from datetime import timedelta
from uuid import UUID

from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation.values import FindingDraft, FindingKind
from alongside.areas.people import actions as people
from alongside.areas.review.actions import reports
from alongside.areas.review.values.reports import ReportDraft, ReportKind
from alongside.areas.story import actions as story
from alongside.areas.story.values import PriorityDraft

WORDS = {
    "family_next": "We keep the last pull. We look again in March.",
    "reason": "Samira asked how mornings can be calmer.",
    "recommendations": "Go on for six weeks.",
}
CALM = "I want mornings where nobody cries."


def registered(cast, new_uuid):
    """Hannah's registration, written down by the owner."""
    people.record_credential(
        actor=cast.olive.actor, clinic=cast.clinic.pk, person=cast.hannah.uuid, uuid=new_uuid(), register="HCPC",
        number="OT000000", degree="BSc (Hons)", words="", valid_until=cast.at.date() + timedelta(days=90),
        checked_on=cast.at.date(), at=cast.at,
    )  # fmt: skip


def asked(cast, new_uuid, words=CALM) -> UUID:
    """One thing that matters most to Samira."""
    draft = PriorityDraft(uuid=new_uuid(), words=words, rank=1)
    return story.keep_priorities(actor=cast.samira.actor, child=cast.idris, priorities=(draft,), at=cast.at)[
        0
    ].uuid


def noticed(
    cast, new_uuid, *, kind=FindingKind.STRENGTH, does="He makes us laugh", share=True, **more
) -> UUID:
    """A strength or a finding, shared with the family or not."""
    uuid = new_uuid()
    draft = FindingDraft(kind=kind, area="play", does=does, noticed_on=cast.at.date(), **more)
    said = {"actor": cast.hannah.actor, "child": cast.idris, "at": cast.at}
    evaluation.add_finding(finding=uuid, draft=draft, **said)
    if share:
        evaluation.share_findings(findings=(uuid,), **said)
    return uuid


def started(cast, new_uuid, kind=ReportKind.PROGRESS, at=None):
    """A fresh draft."""
    return reports.start_report(
        actor=cast.hannah.actor, child=cast.idris, report=new_uuid(), kind=kind, at=at or cast.at
    )


def typed(seen, words=WORDS, **changed) -> ReportDraft:
    """What the therapist typed into a draft."""
    known = {"version": seen.version, "from_on": seen.from_on, "until_on": seen.until_on}
    return ReportDraft(**known | {"words": dict(words)} | changed)


def signed(cast, new_uuid, kind=ReportKind.PROGRESS, *, at=None, **changed):
    """A signed report of the registered Hannah."""
    registered(cast, new_uuid)
    seen = started(cast, new_uuid, kind, at)
    said = {"actor": cast.hannah.actor, "child": cast.idris, "at": at or cast.at}
    return reports.sign_report(report=seen.uuid, draft=typed(seen, **changed), **said)


def shared(cast, new_uuid, **changed):
    """A signed report that the family reads."""
    seen = signed(cast, new_uuid, **changed)
    at = changed.get("at") or cast.at
    return reports.share_report(actor=cast.hannah.actor, child=cast.idris, report=seen.uuid, at=at)
