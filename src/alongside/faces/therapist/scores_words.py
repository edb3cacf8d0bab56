"""Scores in words, as the therapist's pages print them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.dateformat import format as dated
from django.utils.translation import gettext as _

from alongside.areas.evaluation.values import BANDS, IntervalSeen, RepeatNoteSeen, ScaleSeen, ScoresSeen

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleLine:
    """One scale as a row. ``about`` is the converted value, always approximate; ``more`` are labelled words."""

    name: str
    score: str
    kind: str
    interval: str
    percentile: str
    about: str
    category: str
    more: Pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One giving of an instrument as a card. ``sooner`` warns that it came before its time."""

    uuid: UUID
    title: str
    when: str
    age: str
    who: str
    facts: Pairs
    scales: tuple[ScaleLine, ...]
    sooner: str
    amends: bool


def given(one: ScoresSeen) -> Given:
    """One giving of an instrument, ready to print."""
    return Given(
        uuid=one.uuid,
        title=titled(one),
        when=day(one.given_on),
        age=_age(one),
        who=answered(one),
        facts=tuple((label, words) for label, words in _facts(one) if words),
        scales=tuple(_line(scale) for scale in one.scales),
        sooner=_sooner(one),
        amends=one.amends,
    )


def titled(one: ScoresSeen) -> str:
    """The name of the instrument, with the edition where the name does not say it."""
    name, edition = one.instrument.name, one.edition
    return name if not edition or name.endswith(edition) else f"{name}, {edition}"


def answered(one: ScoresSeen) -> str:
    """Who answered, and on which form."""
    return f"{one.who_name} · {_(one.form.label)}"


def day(on: date) -> str:
    """20 November 2026: instruments are given months and years apart."""
    return dated(on, "j F Y")


def number(value: Decimal | None) -> str:
    """52.00 -> "52", −0.50 -> "−0.5", None -> ""."""
    return "" if value is None else f"{value.normalize():f}".replace("-", "−")


def worth(scale: ScaleSeen) -> str:
    """The number of a scale: its score, else what was counted or said."""
    return (
        number(scale.score)
        or number(scale.raw)
        or scale.percentile
        or scale.category
        or (_(BANDS[scale.band]) if scale.band is not None else "–")
    )


def repeated(note: RepeatNoteSeen) -> str:
    """The clinic's note about giving it again."""
    weeks = _("%(weeks)s weeks between.") % {"weeks": note.weeks} if note.weeks else ""
    return f"{weeks} {note.words}".strip()


def _sooner(one: ScoresSeen) -> str:
    if one.sooner is None or one.before is None:
        return ""
    told = {"day": day(one.before), "note": repeated(one.sooner)}
    return _("Given before on %(day)s. Your clinic’s note: %(note)s") % told


def _age(one: ScoresSeen) -> str:
    if one.corrected_age is None:
        return str(one.age)
    return _("%(age)s (corrected %(corrected)s)") % {"age": one.age, "corrected": one.corrected_age}


def _facts(one: ScoresSeen) -> Iterator[tuple[str, str]]:
    yield _("Given by"), one.given_by_name
    yield _("Norm table"), one.norm_table
    yield _("Where"), one.setting
    yield _("Interpreter"), one.interpreter
    yield _("Done differently"), one.departures
    yield _("Licence"), one.licence
    yield _("Publisher"), one.instrument.publisher
    yield _("Written down by"), one.by.name


def _line(scale: ScaleSeen) -> ScaleLine:
    band = _(BANDS[scale.band]) if scale.band is not None else ""
    about = scale.converted
    return ScaleLine(
        name=scale.name,
        score=number(scale.score) or number(scale.raw) or "–",
        kind=_(scale.score_type.label),
        interval=_interval(scale.interval),
        percentile=scale.percentile,
        about=f"≈ {_(about.label)} {about.value}" if about else "",
        category=scale.category or band,
        more=tuple((label, words) for label, words in _more(scale) if words),
    )


def _interval(interval: IntervalSeen | None) -> str:
    if interval is None:
        return ""
    return _("%(lower)s to %(upper)s (%(sure)s %%, %(origin)s)") % {
        "lower": number(interval.lower),
        "upper": number(interval.upper),
        "sure": number(interval.confidence),
        "origin": _(interval.origin.label),
    }


def _more(scale: ScaleSeen) -> Iterator[tuple[str, str]]:
    yield _("Raw score or mean"), number(scale.raw) if scale.score is not None else ""
    yield _("Standard error"), number(scale.sem)
    yield _("Reliability"), number(scale.reliability)
    yield _("Where it stands"), scale.source
    yield _("Estimated true score"), _true(scale)
    age = scale.age_equivalent
    yield (
        _("Age equivalent"),
        _("%(age)s. Not an even scale, and easily misread.") % {"age": age} if age else "",
    )
    yield _("Notes"), scale.notes


def _true(scale: ScaleSeen) -> str:
    found = scale.true_score
    if found is None:
        return ""
    told = {name: number(getattr(found, name)) for name in ("score", "lower", "upper")}
    return _("%(score)s, %(lower)s to %(upper)s") % told
