"""Reading scores. They are for the child's own therapist alone; families read findings."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, Voice
from alongside.areas.evaluation.instruments import register
from alongside.areas.evaluation.models import Administration, RepeatNote, ScaleScore
from alongside.areas.evaluation.queries.reckoning import converted, interval_of, true_score_of
from alongside.areas.evaluation.values import (
    Age,
    Form,
    Instrument,
    Licence,
    RepeatNoteSeen,
    ScaleDraft,
    ScaleSeen,
    ScoresSeen,
    ScoreType,
    Who,
)
from alongside.core.capabilities import Capability
from alongside.core.refusals import NotFound

_WORKED_OUT = {"interval", "converted", "true_score"}
_SHOWN = tuple(name for name in ScaleSeen.__slots__ if name not in _WORKED_OUT)


def instruments() -> tuple[Instrument, ...]:
    """The register, in its order."""
    return tuple(register().values())


def scores(opened: OpenChild) -> tuple[ScoresSeen, ...]:
    """Every giving of an instrument in its newest wording, newest day first. Those set aside are left out."""
    opened.check(Capability.READ_UNSHARED_FINDINGS)
    rows = _rows(opened)
    notes = {note.instrument: note for note in repeat_notes(opened)} if rows else {}
    return tuple(_seen(opened, row, rows, notes) for row in rows)


def scores_one(opened: OpenChild, uuid: UUID) -> ScoresSeen:
    """One giving of an instrument in its newest wording; NotFound for anything else, set-aside rows among them."""
    corrections = Administration.objects.filter(child=opened.pk, replaces__isnull=False)
    newer = dict(corrections.values_list("replaces__uuid", "uuid"))
    while uuid in newer:
        uuid = newer[uuid]
    for one in scores(opened):
        if one.uuid == uuid:
            return one
    raise NotFound


def repeat_notes(opened: OpenChild) -> tuple[RepeatNoteSeen, ...]:
    """What this child's clinic wrote about giving instruments again; the newest note of each that says something."""
    opened.check(Capability.READ_UNSHARED_FINDINGS)
    rows = RepeatNote.objects.filter(clinic=opened.clinic).select_related("by").order_by("pk")
    newest = {row.instrument: row for row in rows}
    return tuple(_note(opened, row) for row in newest.values() if row.words or row.weeks)


def _rows(opened: OpenChild) -> list[Administration]:
    live = Administration.objects.filter(child=opened.pk, set_aside_at=None)
    corrected = Administration.objects.filter(child=opened.pk, replaces__isnull=False).values("replaces")
    people = live.exclude(pk__in=corrected).select_related("by", "person", "given_by")
    return list(people.prefetch_related("scales").order_by("-given_on", "-pk"))


def _note(opened: OpenChild, row: RepeatNote) -> RepeatNoteSeen:
    return RepeatNoteSeen(
        instrument=row.instrument,
        words=row.words,
        weeks=row.weeks,
        by=circle.by(row.by, Voice.THERAPIST),
        written_on=row.written_at.astimezone(opened.zone_info).date(),
    )


def _seen(
    opened: OpenChild, row: Administration, rows: Sequence[Administration], notes: dict[str, RepeatNoteSeen]
) -> ScoresSeen:
    before = _before(row, rows)
    note = notes.get(row.instrument)
    due = note and note.weeks and before and before.given_on + timedelta(weeks=note.weeks)
    return ScoresSeen(
        uuid=row.uuid,
        instrument=_instrument(row),
        edition=row.edition,
        form=Form(row.form),
        given_on=row.given_on,
        age=_age(opened, row),
        corrected_age=_age(opened, row, row.weeks_early) if row.weeks_early else None,
        weeks_early=row.weeks_early,
        who=Who(row.who),
        who_name=_who_name(opened, row),
        who_key=_who_key(row),
        person=row.person.uuid if row.person else None,
        given_by=row.given_by.uuid if row.given_by else None,
        given_by_name=row.given_by.short_name if row.given_by else row.given_by_name,
        norm_table=row.norm_table,
        setting=row.setting,
        interpreter=row.interpreter,
        departures=row.departures,
        licence=row.licence,
        scales=tuple(_scale(scale) for scale in sorted(row.scales.all(), key=lambda scale: scale.place)),
        by=circle.by(row.by, row.voice),
        written_at=row.written_at,
        amends=row.replaces_id is not None,
        before=before.given_on if before else None,
        sooner=note if due and row.given_on < due else None,
    )


def _before(row: Administration, rows: Sequence[Administration]) -> Administration | None:
    """The giving before this one with the same form and informant; ``rows`` are newest first."""
    same = (row.instrument, row.form, _who_key(row))
    earlier = rows[rows.index(row) + 1 :]
    return next((one for one in earlier if (one.instrument, one.form, _who_key(one)) == same), None)


def _instrument(row: Administration) -> Instrument:
    """What the register says; an instrument that is no longer in it keeps its code as a name."""
    known = register().get(row.instrument)
    return known or Instrument(
        code=row.instrument,
        name=row.instrument,
        edition=row.edition,
        publisher="",
        licence=Licence.PROPRIETARY,
        score_types=(),
        retired=None,
        both_ways=False,
        kept_in="",
        note="",
    )


def _age(opened: OpenChild, row: Administration, weeks_early: int = 0) -> Age:
    born_on = opened.born_on + timedelta(weeks=weeks_early)
    years, months = circle.age_on(min(born_on, row.given_on), row.given_on)
    return Age(years=years, months=months)


def _who_name(opened: OpenChild, row: Administration) -> str:
    if row.person:
        return row.person.short_name
    return row.who_name or opened.short_name


def _who_key(row: Administration) -> str:
    return f"{row.who}:{row.person_id or row.who_name.casefold()}"


def _scale(row: ScaleScore) -> ScaleSeen:
    named = {name: getattr(row, name) for name in ScaleDraft.__slots__}
    typed = ScaleDraft(**named | {"score_type": ScoreType(row.score_type)})
    kept = {name: getattr(typed, name) for name in _SHOWN}
    return ScaleSeen(
        **kept, interval=interval_of(typed), converted=converted(typed), true_score=true_score_of(typed)
    )
