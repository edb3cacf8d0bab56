"""Writing down strengths and findings, amending them, and sharing them with the family."""

from datetime import date, datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import queries
from alongside.areas.evaluation.models import Finding
from alongside.areas.evaluation.values import (
    AREA_LABELS,
    ICF_AT_MOST,
    FindingDraft,
    FindingKind,
    FindingSeen,
)
from alongside.areas.story import queries as story
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

SHARED_AT_MOST = 100  # in one go


class AlreadyAmended(Refusal):
    """Somebody wrote a newer wording of this finding."""

    sentence = gettext_noop("There is a newer wording already. Please look at that one first.")


@action
def add_finding(
    *, actor: Actor, child: UUID, finding: UUID, draft: FindingDraft, at: datetime
) -> FindingSeen:
    """Keep what the therapist noticed. The family sees it once it is shared."""
    opened = gate.open_child(actor, child, Capability.WRITE_FINDINGS, at, doing="evaluation.add_finding")
    if not _is_known(opened, finding):
        _write(opened, finding, draft, replaces=None)
    return queries.finding(opened, finding)


@action
def amend_finding(
    *, actor: Actor, child: UUID, finding: UUID, amended: UUID, draft: FindingDraft, at: datetime
) -> FindingSeen:
    """Write a finding anew as ``amended``. The earlier row stays; the family sees it until the new one is shared.

    Raises AlreadyAmended when somebody was faster.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_FINDINGS, at, doing="evaluation.amend_finding")
    replaced = Finding.objects.select_for_update().filter(child=opened.pk, uuid=finding).first()
    if replaced is None:
        raise NotFound
    if not _is_known(opened, amended, replaced):
        if Finding.objects.filter(replaces=replaced).exists():
            raise AlreadyAmended
        _write(opened, amended, draft, replaces=replaced)
    return queries.finding(opened, amended)


@action
def share_findings(
    *, actor: Actor, child: UUID, findings: tuple[UUID, ...], at: datetime
) -> tuple[FindingSeen, ...]:
    """Show these to the family from now on. Those shared before stay as they were. Returns all findings."""
    opened = gate.open_child(actor, child, Capability.WRITE_FINDINGS, at, doing="evaluation.share_findings")
    bounds.few(findings, SHARED_AT_MOST, "findings")
    rows = Finding.objects.filter(child=opened.pk, uuid__in=findings)
    if rows.count() != len(set(findings)):
        raise NotFound
    rows.filter(shared_at=None).update(shared_at=at)
    return queries.findings(opened)


def _is_known(opened: OpenChild, finding: UUID, replaced: Finding | None = None) -> bool:
    """True for a second delivery; NotFound when somebody else's row, or another finding's, has this uuid."""
    row = Finding.objects.filter(uuid=finding).first()
    wanted = (opened.pk, opened.actor.person, replaced and replaced.pk)
    if row is not None and (row.child_id, row.by_id, row.replaces_id) != wanted:
        raise NotFound
    return row is not None


def _write(opened: OpenChild, uuid: UUID, draft: FindingDraft, replaces: Finding | None) -> None:
    needed = draft.kind is FindingKind.FINDING
    Finding.objects.create(
        child_id=opened.pk,
        uuid=uuid,
        kind=draft.kind.value,
        area=_area(draft.area),
        does=bounds.words(draft.does, bounds.SENTENCE, "does", required=True),
        where=bounds.words(draft.where, bounds.TITLE, "where", required=needed),
        with_help=bounds.words(draft.with_help, bounds.TITLE, "with_help", required=needed),
        priority_id=_priority(opened, draft),
        icf=_icf(draft.icf),
        noticed_on=_noticed_on(opened, draft),
        by_id=opened.actor.person,
        voice=opened.voice.value,
        written_at=opened.at,
        replaces=replaces,
    )


def _area(code: str) -> str:
    if code not in AREA_LABELS:
        raise InvalidInput(gettext_noop("Please choose from the list."), field="area")
    return code


def _priority(opened: OpenChild, draft: FindingDraft) -> int | None:
    if draft.priority is not None:
        return story.priority_key(opened, draft.priority)
    if draft.kind is FindingKind.FINDING:
        sentence = gettext_noop("Please choose which of the family’s words this belongs to.")
        raise InvalidInput(sentence, field="priority")
    return None


def _icf(codes: tuple[str, ...]) -> list[str]:
    kept = list(dict.fromkeys(codes))
    if len(kept) > ICF_AT_MOST or not queries.icf_codes().issuperset(kept):
        raise InvalidInput(gettext_noop("Please choose up to three codes from the list."), field="icf")
    return kept


def _noticed_on(opened: OpenChild, draft: FindingDraft) -> date:
    if not opened.born_on <= draft.noticed_on <= opened.today:
        raise InvalidInput(gettext_noop("Please choose a day that has been."), field="noticed_on")
    return draft.noticed_on
