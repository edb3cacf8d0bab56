"""A report: a draft that is kept as it is typed, then signed and sealed, then only dated additions."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from alongside.areas.circle import gate
from alongside.areas.circle.values import OpenChild
from alongside.areas.evaluation import queries as evaluation
from alongside.areas.people import queries as people
from alongside.areas.review.models.reports import Report, ReportAddendum
from alongside.areas.review.queries.reports import quotable, report_content, report_row, report_seen
from alongside.areas.review.queries.reports.seal import canonical, seal
from alongside.areas.review.values.reports import (
    LONGEST_PERIOD_DAYS,
    QUOTES_AT_MOST,
    SCORES_AT_MOST,
    ReportDraft,
    ReportKind,
    ReportSeen,
    ReportState,
    boxes_of,
)
from alongside.areas.story import queries as story
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

_USUAL_TIME = timedelta(weeks=12)


class ReportSigned(Refusal):
    """A signed report does not change."""

    sentence = gettext_noop("This report is signed. Add what is new as a dated addition.")


class ReportNotSigned(Refusal):
    """Only a signed report is shared or added to."""

    sentence = gettext_noop("This report is still a draft. Sign it first.")


class ReportChanged(Refusal):
    """The same report was saved elsewhere since this page was opened."""

    sentence = gettext_noop("This report was saved in another window. Open it again to go on.")


class NoRegistration(Refusal):
    """A report is signed with a registration that holds today."""

    sentence = gettext_noop("Ask the clinic’s owner to add your registration first. Your draft is kept.")


@action
def start_report(*, actor: Actor, child: UUID, report: UUID, kind: ReportKind, at: datetime) -> ReportSeen:
    """Begin a report about the last twelve weeks, or go on with the draft of this kind that there is."""
    opened = _open(actor, child, at, "review.start_report")
    gate.hold(opened)
    drafts = Report.objects.filter(child=opened.pk, kind=kind, state=ReportState.DRAFT).select_related("by")
    begun = Report.objects.filter(child=opened.pk, uuid=report).select_related("by").first()
    return report_seen(opened, begun or drafts.first() or _begin(opened, report, kind))


@action
def save_report(*, actor: Actor, child: UUID, report: UUID, draft: ReportDraft, at: datetime) -> ReportSeen:
    """Keep a draft as it is typed. The same words twice change nothing.

    Raises ReportChanged when it was saved elsewhere since ``draft.version``, ReportSigned, InvalidInput.
    """
    opened = _open(actor, child, at, "review.save_report")
    row = _draft(opened, report)
    _keep(opened, row, draft)
    return report_seen(opened, row)


@action
def sign_report(*, actor: Actor, child: UUID, report: UUID, draft: ReportDraft, at: datetime) -> ReportSeen:
    """Sign: everything that the report says is kept to the letter and sealed. The same signature again changes nothing.

    Raises NoRegistration, ReportChanged, ReportSigned, InvalidInput for an empty box that a report needs.
    """
    opened = _open(actor, child, at, "review.sign_report")
    row = _row(opened, report)
    if row.state == ReportState.SIGNED:
        return _same_signature(opened, row, draft)
    _check_needed(ReportKind(row.kind), draft.words)
    _check_registered(opened)
    _keep(opened, row, draft)
    row.by_id, row.voice = actor.person, opened.voice.value
    row.content = canonical(report_content(opened, row, signed_at=at))
    row.digest = seal(row.content)
    row.state, row.signed_at = ReportState.SIGNED.value, at
    row.save()
    return report_seen(opened, row)


@action
def share_report(*, actor: Actor, child: UUID, report: UUID, at: datetime) -> ReportSeen:
    """Share a signed report with the carers who are responsible for the child. Twice changes nothing."""
    opened = _open(actor, child, at, "review.share_report")
    row = _signed(opened, report)
    if row.shared_at is None:
        row.shared_at, row.shared_by_id = at, actor.person
        row.save(update_fields=["shared_at", "shared_by"])
    return report_seen(opened, row)


@action
def add_to_report(
    *, actor: Actor, child: UUID, report: UUID, addendum: UUID, words: str, at: datetime
) -> ReportSeen:
    """Add a dated addition to a signed report, which itself stays as it was signed."""
    opened = _open(actor, child, at, "review.add_to_report")
    row = _signed(opened, report)
    kept = bounds.words(words, bounds.NOTE, "words", required=True)
    fields = {"child_id": opened.pk, "report": row, "words": kept, "by_id": actor.person, "at": at}
    added, _ = ReportAddendum.objects.get_or_create(
        uuid=addendum, defaults={**fields, "voice": opened.voice.value}
    )
    if (added.report_id, added.by_id) != (row.pk, actor.person):
        raise NotFound
    return report_seen(opened, row)


@action
def close_report(*, actor: Actor, child: UUID, report: UUID, at: datetime) -> ReportSeen:
    """Keep the family's words beside a shared report as they are, because it is printed now. Twice changes nothing."""
    opened = _open(actor, child, at, "review.close_report")
    row = _signed(opened, report)
    if row.shared_at is not None and row.closed_at is None:
        row.closed_at = at
        row.save(update_fields=["closed_at"])
    return report_seen(opened, row)


def _open(actor: Actor, child: UUID, at: datetime, doing: str) -> OpenChild:
    return gate.open_child(actor, child, Capability.WRITE_FINDINGS, at, doing=doing)


def _row(opened: OpenChild, report: UUID) -> Report:
    Report.objects.select_for_update().filter(child=opened.pk, uuid=report).first()
    return report_row(opened, report)


def _draft(opened: OpenChild, report: UUID) -> Report:
    row = _row(opened, report)
    if row.state == ReportState.SIGNED:
        raise ReportSigned
    return row


def _signed(opened: OpenChild, report: UUID) -> Report:
    row = _row(opened, report)
    if row.state != ReportState.SIGNED:
        raise ReportNotSigned
    return row


def _begin(opened: OpenChild, report: UUID, kind: ReportKind) -> Report:
    fields: dict[str, Any] = {
        "kind": kind.value,
        "state": ReportState.DRAFT.value,
        "from_on": opened.today - _USUAL_TIME,
        "until_on": opened.today,
        "by_id": opened.actor.person,
        "voice": opened.voice.value,
        "started_at": opened.at,
        "saved_at": opened.at,
    }
    try:
        with transaction.atomic():
            Report.objects.create(uuid=report, child_id=opened.pk, **fields)
    except IntegrityError as error:  # the uuid is that of another child's report
        raise NotFound from error
    return report_row(opened, report)


def _typed(opened: OpenChild, row: Report, draft: ReportDraft) -> dict[str, Any]:
    """What was typed, within its bounds, as the row keeps it."""
    _check_time(opened, draft.from_on, draft.until_on)
    bounds.few(draft.quotes, QUOTES_AT_MOST, "quotes")
    asked = {one.uuid for one in story.priorities(opened)}
    bounds.few(draft.scores, SCORES_AT_MOST, "scores")
    offered = {one.uuid for one in quotable(opened)}
    given = {one.uuid for one in evaluation.scores(opened)}
    return {
        "from_on": draft.from_on,
        "until_on": draft.until_on,
        "words": _words(ReportKind(row.kind), draft.words),
        "answers": {
            str(uuid): kept
            for uuid, text in sorted(draft.answers.items())
            if uuid in asked and (kept := bounds.words(text, bounds.WORDS, f"answer_{uuid}"))
        },
        "quotes": sorted(str(uuid) for uuid in draft.quotes & offered),
        "scores": sorted(str(uuid) for uuid in draft.scores & given),
    }


def _words(kind: ReportKind, typed: Mapping[str, str]) -> dict[str, str]:
    kept = {code: bounds.words(typed.get(code, ""), box.limit, code) for code, box in boxes_of(kind).items()}
    return {code: text for code, text in kept.items() if text}


def _check_time(opened: OpenChild, from_on: date, until_on: date) -> None:
    bounds.day(from_on, "from_on")
    if bounds.day(until_on, "until_on") > opened.today:
        raise InvalidInput(gettext_noop("Choose today or an earlier day."), field="until_on")
    if not timedelta() <= until_on - from_on <= timedelta(days=LONGEST_PERIOD_DAYS):
        sentence = gettext_noop("Choose a first day before the last one, at most three years earlier.")
        raise InvalidInput(sentence, field="from_on")


def _check_needed(kind: ReportKind, typed: Mapping[str, str]) -> None:
    for code, box in boxes_of(kind).items():
        bounds.words(typed.get(code, ""), box.limit, code, required=box.required)


def _check_registered(opened: OpenChild) -> None:
    if all(one.expired for one in people.credentials_of(opened.actor.person, opened.today)):
        raise NoRegistration


def _is_same(row: Report, typed: Mapping[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in typed.items())


def _keep(opened: OpenChild, row: Report, draft: ReportDraft) -> None:
    typed = _typed(opened, row, draft)
    if _is_same(row, typed):
        return
    if row.version != draft.version:
        raise ReportChanged
    for name, value in typed.items():
        setattr(row, name, value)
    row.version += 1
    row.by_id, row.voice, row.saved_at = opened.actor.person, opened.voice.value, opened.at
    row.save()


def _same_signature(opened: OpenChild, row: Report, draft: ReportDraft) -> ReportSeen:
    if row.by_id != opened.actor.person or not _is_same(row, _typed(opened, row, draft)):
        raise ReportSigned
    return report_seen(opened, row)
