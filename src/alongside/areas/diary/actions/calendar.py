"""Keeping what happens to a clinic's days: terms, school holidays, public holidays, and the rules of the diary."""

from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from alongside.adapters import public_holidays
from alongside.adapters.public_holidays import Found
from alongside.areas.diary.actions.clocks import forwards, stretch
from alongside.areas.diary.actions.rights import check_runs
from alongside.areas.diary.models import DiaryRules, PublicHoliday, TermDate
from alongside.areas.diary.queries import rules as rules_of
from alongside.areas.diary.queries import terms
from alongside.areas.diary.values import Rules, RulesDraft, TermKind, TermSeen
from alongside.areas.people import queries as people
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

YEARS_AHEAD = 2
_LETTERS, _LONGEST = 2, 20
_COUNTRY = gettext_noop("Choose a country from the list.")
_NOT_NOW = gettext_noop("We could not look up the holidays just now. Please try again.")
_REGION = gettext_noop("Choose one of {regions}, or leave this empty.")
_NO_REGION = gettext_noop("Leave this empty: the holidays of this country are the same everywhere.")


@action
def keep_term(
    *,
    actor: Actor,
    clinic: int,
    term: UUID,
    name: str,
    kind: TermKind,
    first: date,
    last: date,
    at: datetime,
) -> tuple[TermSeen, ...]:
    """Keep a school term or school holidays, at most a year long. The owner and the front desk may. Answers all."""
    check_runs(actor, clinic)
    stretch(first, last, "last")
    said = {
        "name": bounds.words(name, bounds.TITLE, "name", required=True),
        "kind": kind.value,
        "from_on": first,
        "until_on": last,
    }
    row, _ = TermDate.objects.get_or_create(uuid=term, defaults={"clinic_id": clinic, **said})
    if row.clinic_id != clinic:
        raise NotFound
    trail.record_doing(actor, "diary.keep_term", clinic, at)
    return terms(clinic)


@action
def remove_term(*, actor: Actor, clinic: int, term: UUID, at: datetime) -> None:
    """Take a term or school holidays away; again changes nothing. The owner and the front desk may."""
    check_runs(actor, clinic)
    if TermDate.objects.filter(clinic=clinic, uuid=term).delete()[0]:
        trail.record_doing(actor, "diary.remove_term", clinic, at)


@action
def keep_rules(*, actor: Actor, clinic: int, rules: RulesDraft, at: datetime) -> Rules:
    """Keep the rules of the diary. The owner and the front desk may."""
    check_runs(actor, clinic)
    bounds.whole(rules.buffer_minutes, 0, 60, "buffer_minutes")
    bounds.whole(rules.hours_before_free_cancel, 0, 336, "hours_before_free_cancel")
    bounds.whole(rules.hold_hours, 1, 336, "hold_hours")
    forwards(rules.school_from, rules.school_until, "school_until")
    words = bounds.words(rules.cancel_words, bounds.SENTENCE, "cancel_words")
    said = asdict(rules) | {"cancel_words": words}
    DiaryRules.objects.update_or_create(clinic_id=clinic, defaults=said)
    trail.record_doing(actor, "diary.keep_rules", clinic, at)
    return rules_of(clinic)


def choose_country(*, actor: Actor, clinic: int, country: str, subdivision: str = "", at: datetime) -> Rules:
    """Copy the public holidays of a country (ISO 3166), of one part of it where that differs: two years from today on.

    Today is the clinic's; earlier days stay as they were. Choosing again renews them. The owner and the front desk may.
    InvalidInput for a country or a part that nobody knows the holidays of, and where they cannot be looked up now.
    The look takes seconds, so it is done before the transaction begins.
    """
    check_runs(actor, clinic)
    region = bounds.words(subdivision, _LONGEST, "subdivision").upper()
    today = at.astimezone(ZoneInfo(people.clinic(clinic).zone)).date()
    found = _looked_up(country, region, range(today.year, today.year + YEARS_AHEAD + 1))
    return _keep_country(actor, clinic, country, region, found=found, today=today, at=at)


@action
def _keep_country(
    actor: Actor, clinic: int, country: str, region: str, *, found: Found, today: date, at: datetime
) -> Rules:
    until = today.replace(year=today.year + YEARS_AHEAD, day=1)
    PublicHoliday.objects.filter(clinic=clinic, on__gte=today).delete()
    PublicHoliday.objects.bulk_create(
        PublicHoliday(clinic_id=clinic, on=on, name=name[: bounds.TITLE])
        for on, name in sorted(found.days.items())
        if today <= on < until
    )
    said = {"country": country, "subdivision": region, "holidays_until": until}
    DiaryRules.objects.update_or_create(clinic_id=clinic, defaults=said)
    trail.record_doing(actor, "diary.choose_country", clinic, at)
    return rules_of(clinic)


def _looked_up(country: str, subdivision: str, years: range) -> Found:
    """The holidays; refused when nobody knows the country, or the part of it."""
    try:
        found = public_holidays.look_up(country, subdivision, years) if len(country) == _LETTERS else None
    except public_holidays.NotLookedUp as error:
        raise InvalidInput(_NOT_NOW, field="country") from error
    if found is None:
        raise InvalidInput(_COUNTRY, field="country")
    if subdivision and not found.regions:
        raise InvalidInput(_NO_REGION, field="subdivision")
    if subdivision and subdivision not in (region.upper() for region in found.regions):
        raise InvalidInput(_REGION, field="subdivision", regions=", ".join(found.regions))
    return found
