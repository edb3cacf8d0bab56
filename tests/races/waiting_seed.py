"""Runs in a process of its own: a clinic with families that wait, freed times, and the rule to offer them."""

import json
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

FAMILIES = 10
FREED = 30
NOON = 12


def bring_in(base: datetime, zone: str) -> dict[str, Any]:
    """Everything at ``base``; the freed times start from five days later on, at noon or near it in ``zone``."""
    from alongside.areas.appointments import actions as appointments
    from alongside.areas.waiting import actions as waiting
    from alongside.areas.waiting.values import PlaceDraft, RulesDraft
    from alongside.config.demo import people
    from alongside.core.actors import MemberRole

    dice = people.Dice(77)
    clinic = people.found_clinic(dice, base, name="Willow House", slug="willow", zone=zone)
    maria = people.join(dice, clinic, MemberRole.FRONT_DESK, "Maria Silva", base)
    wanda = people.join(dice, clinic, MemberRole.THERAPIST, "Wanda Moss", base)
    desk = maria.actor(base)
    waiting.keep_rules(actor=desk, clinic=clinic.pk, draft=RulesDraft(fills=True), at=base)
    parents = []
    for number in range(FAMILIES):
        child = people.register(dice, clinic, maria, f"Wait{number} Lane", date(2020, 7, 14), base)
        parent = people.bring_in(dice, child, maria, f"Carer{number} Lane", "Mum", base)
        since = base.date() - timedelta(days=200 - number)
        draft = PlaceDraft(since_on=since, minutes=30, short_notice=True)
        waiting.keep_place(actor=desk, child=child, place=dice.uuid(base), draft=draft, at=base)
        parents.append(parent.email)
    child = people.register(dice, clinic, maria, "Gone Lane", date(2020, 7, 14), base)
    for number in range(FREED):
        visit, told = dice.uuid(base), {"actor": desk, "child": child, "at": base}
        starts_at = working_hour(base, number, zone)
        booked = {"visit": visit, "therapist": wanda.uuid, "starts_at": starts_at, "minutes": 45}
        appointments.book_visit(**told, **booked)
        waiting.let_visit_go(**told, visit=visit)
    return {"base": base.isoformat(), "parents": parents}


def working_hour(base: datetime, number: int, zone: str) -> datetime:
    """One of five hours a day, on the working days from five days later on."""
    local = base.astimezone(ZoneInfo(zone)).replace(hour=NOON, minute=0, second=0, microsecond=0)
    days = [day for day in range(5, 14) if (local + timedelta(days=day)).weekday() < 5]
    return local + timedelta(days=days[number // 5], hours=number % 5 - 2)


def where_it_is_noon(now: datetime) -> str:
    """A zone whose clocks show noon or a little later: by day there, whenever the test runs."""
    ahead = NOON - now.hour
    return f"Etc/GMT{-ahead:+d}"  # Such names count the other way round.


if __name__ == "__main__":
    from alongside.config.set_up import set_up

    set_up()
    now = datetime.now(UTC)
    is_now = "--now" in sys.argv
    morning = now.replace(hour=9, minute=0, second=0, microsecond=0)
    told = (now - timedelta(minutes=5), where_it_is_noon(now)) if is_now else (morning, "Europe/London")
    json.dump(bring_in(*told), sys.stdout)
