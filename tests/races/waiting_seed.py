"""Runs in a process of its own: families that wait, a therapist whose visits were let go, and the rule to offer them."""

import json
import sys
from datetime import UTC, date, datetime, timedelta
from typing import Any

FAMILIES = 10
FREED = 30
NOON = 12


def bring_in(base: datetime) -> dict[str, Any]:
    """Everything at ``base``; the freed times start from three weeks later on."""
    from alongside.areas.appointments import actions as appointments
    from alongside.areas.people import queries as team
    from alongside.areas.waiting import actions as waiting
    from alongside.areas.waiting.values import PlaceDraft, RulesDraft
    from alongside.config.demo import people
    from alongside.core.actors import MemberRole

    dice = people.Dice(77)
    clinic = team.clinic_by_slug("willow")
    maria = people.known("maria@willow.example")
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
        starts_at = working_hour(base, number)
        booked = {"visit": visit, "therapist": wanda.uuid, "starts_at": starts_at, "minutes": 45}
        appointments.book_visit(**told, **booked)
        waiting.let_visit_go(**told, visit=visit)
    return {"base": base.isoformat(), "parents": parents}


def working_hour(base: datetime, number: int) -> datetime:
    """One of five hours a day, on the working days from three weeks later on."""
    days = [day for day in range(21, 40) if (base + timedelta(days=day)).weekday() < 5]
    day = (base + timedelta(days=days[number // 5])).replace(hour=NOON)
    return day + timedelta(hours=number % 5 - 2)


if __name__ == "__main__":
    from alongside.config.set_up import set_up

    set_up()
    morning = datetime.now(UTC).replace(hour=9, minute=0, second=0, microsecond=0)
    json.dump(bring_in(morning), sys.stdout)
