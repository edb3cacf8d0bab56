"""Writing scores down, correcting them, setting them aside, and when an instrument can be given again."""

from datetime import date, datetime
from uuid import UUID

from alongside.areas.circle import gate
from alongside.areas.circle import queries as circle
from alongside.areas.circle.values import OpenChild, PlaceKind
from alongside.areas.evaluation import queries
from alongside.areas.evaluation.actions.scales import checked_scale
from alongside.areas.evaluation.instruments import register
from alongside.areas.evaluation.models import Administration, RepeatNote, ScaleScore
from alongside.areas.evaluation.values import (
    SCALES_AT_MOST,
    Instrument,
    Licence,
    RepeatNoteDraft,
    RepeatNoteSeen,
    ScaleDraft,
    ScoresDraft,
    ScoresSeen,
    Who,
)
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound, Refusal
from alongside.core.words import gettext_noop

WEEKS_AT_MOST = 260
WEEKS_EARLY = (1, 20)


class InstrumentRetired(Refusal):
    sentence = gettext_noop("{name} was retired in {year}. Choose another. Its earlier scores stay readable.")


class InstrumentKeptElsewhere(Refusal):
    sentence = gettext_noop("{name} has its own page. Its numbers are kept there.")


class LicenceNotNamed(InvalidInput):
    sentence = gettext_noop("Name the licence or permission your clinic holds for {name}.")


class ScoresAlreadyAmended(Refusal):
    sentence = gettext_noop("There is a newer version already. Please look at that one first.")


@action
def keep_scores(
    *, actor: Actor, child: UUID, administration: UUID, draft: ScoresDraft, at: datetime
) -> ScoresSeen:
    """Keep the scores of one giving of an instrument. Only the child's own therapist sees them."""
    opened = gate.open_child(actor, child, Capability.WRITE_FINDINGS, at, doing="evaluation.keep_scores")
    if not _is_known(opened, administration):
        _write(opened, administration, draft, replaces=None)
    return queries.scores_one(opened, administration)


@action
def amend_scores(
    *, actor: Actor, child: UUID, administration: UUID, amended: UUID, draft: ScoresDraft, at: datetime
) -> ScoresSeen:
    """Write one giving anew as ``amended``; the earlier row stays. Raises ScoresAlreadyAmended.

    NotFound for scores that were set aside: they are written down again as new ones.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_FINDINGS, at, doing="evaluation.amend_scores")
    replaced = _own(opened, administration)
    if replaced.set_aside_at is not None:
        raise NotFound
    if not _is_known(opened, amended, replaced):
        if Administration.objects.filter(replaces=replaced).exists():
            raise ScoresAlreadyAmended
        _write(opened, amended, draft, replaces=replaced)
    return queries.scores_one(opened, amended)


@action
def set_scores_aside(*, actor: Actor, child: UUID, administration: UUID, words: str, at: datetime) -> None:
    """Take scores out of every page, with the reason: written for another child, given in the wrong way."""
    opened = gate.open_child(actor, child, Capability.WRITE_FINDINGS, at, doing="evaluation.set_scores_aside")
    row = _own(opened, administration)
    reason = bounds.words(words, bounds.SENTENCE, "words", required=True)
    if Administration.objects.filter(replaces=row).exists():
        raise ScoresAlreadyAmended
    if row.set_aside_at is None:
        row.set_aside_at, row.set_aside_words = at, reason
        row.save(update_fields=["set_aside_at", "set_aside_words"])


@action
def keep_repeat_note(
    *, actor: Actor, child: UUID, instrument: str, draft: RepeatNoteDraft, at: datetime
) -> tuple[RepeatNoteSeen, ...]:
    """Keep what the manual says about giving an instrument again, for the whole clinic of this child.

    An empty note takes the earlier one back. Returns all notes of the clinic.
    """
    opened = gate.open_child(actor, child, Capability.WRITE_FINDINGS, at, doing="evaluation.keep_repeat_note")
    known = RepeatNote.objects.filter(uuid=draft.uuid).first()
    if known is not None and (known.clinic_id, known.by_id) != (opened.clinic, actor.person):
        raise NotFound
    if known is None:
        RepeatNote.objects.create(
            clinic_id=opened.clinic,
            uuid=draft.uuid,
            instrument=_instrument(instrument).code,
            words=bounds.words(draft.words, bounds.SENTENCE, "words"),
            weeks=None if draft.weeks is None else bounds.whole(draft.weeks, 1, WEEKS_AT_MOST, "weeks"),
            by_id=actor.person,
            written_at=at,
        )
    return queries.repeat_notes(opened)


def _own(opened: OpenChild, administration: UUID) -> Administration:
    row = Administration.objects.select_for_update().filter(child=opened.pk, uuid=administration).first()
    if row is None:
        raise NotFound
    return row


def _is_known(opened: OpenChild, uuid: UUID, replaced: Administration | None = None) -> bool:
    """True for a second delivery; NotFound when somebody else's row, or another row's correction, has this uuid."""
    row = Administration.objects.filter(uuid=uuid).first()
    wanted = (opened.pk, opened.actor.person, replaced and replaced.pk)
    if row is not None and (row.child_id, row.by_id, row.replaces_id) != wanted:
        raise NotFound
    return row is not None


def _write(opened: OpenChild, uuid: UUID, draft: ScoresDraft, replaces: Administration | None) -> None:
    instrument = _instrument(draft.instrument)
    if replaces is None or replaces.instrument != instrument.code:
        _check_open(instrument)
    scales = _scales(instrument, draft)
    row = Administration.objects.create(
        child_id=opened.pk,
        uuid=uuid,
        instrument=instrument.code,
        edition=instrument.edition or bounds.words(draft.edition, 40, "edition"),
        form=draft.form.value,
        given_on=_given_on(opened, draft.given_on),
        weeks_early=_weeks_early(draft.weeks_early),
        who=draft.who.value,
        who_name=_who_name(draft),
        person_id=_person(opened, draft, replaces),
        given_by_id=_given_by(opened, draft, replaces),
        given_by_name=""
        if draft.given_by
        else bounds.words(draft.given_by_name, bounds.TITLE, "given_by_name"),
        norm_table=bounds.words(draft.norm_table, bounds.TITLE, "norm_table"),
        setting=bounds.words(draft.setting, bounds.TITLE, "setting"),
        interpreter=bounds.words(draft.interpreter, bounds.TITLE, "interpreter"),
        departures=bounds.words(draft.departures, bounds.WORDS, "departures"),
        licence=_licence(instrument, draft.licence),
        by_id=opened.actor.person,
        voice=opened.voice.value,
        written_at=opened.at,
        replaces=replaces,
    )
    ScaleScore.objects.bulk_create(_row(row, place, scale) for place, scale in enumerate(scales, start=1))


def _row(administration: Administration, place: int, scale: ScaleDraft) -> ScaleScore:
    named = {name: getattr(scale, name) for name in ScaleDraft.__slots__}
    return ScaleScore(administration=administration, place=place, **named)


def _instrument(code: str) -> Instrument:
    known = register().get(code)
    if known is None:
        raise InvalidInput(gettext_noop("Please choose from the list."), field="instrument")
    return known


def _check_open(instrument: Instrument) -> None:
    if instrument.retired is not None:
        raise InstrumentRetired(name=instrument.name, year=instrument.retired)
    if instrument.kept_in:
        raise InstrumentKeptElsewhere(name=instrument.name)


def _scales(instrument: Instrument, draft: ScoresDraft) -> tuple[ScaleDraft, ...]:
    bounds.few(draft.scales, SCALES_AT_MOST, "scales")
    if not draft.scales:
        raise InvalidInput(gettext_noop("Write at least one score."), field="scales")
    checked = tuple(checked_scale(scale) for scale in draft.scales)
    for scale in checked:
        if scale.score_type not in instrument.score_types:
            raise InvalidInput(gettext_noop("Please choose from the list."), field="score_type")
        if scale.band is not None and not instrument.both_ways:
            raise InvalidInput(gettext_noop("This instrument has no such bands."), field="band")
    if len({scale.name.casefold() for scale in checked}) < len(checked):
        raise InvalidInput(gettext_noop("Write each scale once."), field="scales")
    return checked


def _licence(instrument: Instrument, words: str) -> str:
    kept = bounds.words(words, bounds.TITLE, "licence")
    if instrument.licence is Licence.LICENCE and not kept:
        raise LicenceNotNamed(field="licence", name=instrument.name)
    return kept


def _given_on(opened: OpenChild, day: date) -> date:
    if not opened.born_on <= day <= opened.today:
        raise InvalidInput(gettext_noop("Please choose a day that has been."), field="given_on")
    return day


def _weeks_early(weeks: int | None) -> int | None:
    return None if weeks is None else bounds.whole(weeks, *WEEKS_EARLY, "weeks_early")


def _who_name(draft: ScoresDraft) -> str:
    if draft.who in {Who.PERSON, Who.CHILD}:
        return ""
    kept = bounds.words(draft.who_name, bounds.TITLE, "who_name")
    if not kept:
        raise InvalidInput(gettext_noop("Write the name of the person who answered."), field="who_name")
    return kept


def _person(opened: OpenChild, draft: ScoresDraft, replaces: Administration | None) -> int | None:
    """Somebody of the circle; a correction may keep somebody who has left it since."""
    if draft.who is not Who.PERSON:
        return None
    known = {one.uuid: one.pk for one in circle.grownups(opened)}
    if replaces is not None and replaces.person is not None:
        known[replaces.person.uuid] = replaces.person.pk
    if draft.person not in known:
        raise InvalidInput(gettext_noop("Choose who answered."), field="person")
    return known[draft.person]


def _given_by(opened: OpenChild, draft: ScoresDraft, replaces: Administration | None) -> int | None:
    if draft.given_by is None:
        return None
    known = {one.uuid: one.pk for one in circle.grownups(opened) if one.kind is PlaceKind.THERAPIST}
    if replaces is not None and replaces.given_by is not None:
        known[replaces.given_by.uuid] = replaces.given_by.pk
    if draft.given_by not in known:
        raise InvalidInput(gettext_noop("Choose who gave it."), field="given_by")
    return known[draft.given_by]
