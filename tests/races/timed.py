"""Runs in a process of its own between races on the diary: a buffer, a room for two, visits to move and to cancel."""

import json
import sys
from dataclasses import fields
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import uuid4

ROUNDS_A_DAY = 40
MINUTES = 15


def prepare(at: datetime, buffer: int) -> dict[str, str]:
    """Keep the buffer; add Tom and a room that holds two visits at a time."""
    from alongside.areas.appointments import actions as appointments
    from alongside.areas.diary import actions as diary
    from alongside.areas.diary import queries as times
    from alongside.areas.diary.values import RulesDraft
    from alongside.areas.people import queries as team
    from alongside.config.demo import people
    from alongside.core.actors import MemberRole

    clinic, maria = team.clinic_by_slug("willow"), people.known("maria@willow.example").actor(at)
    usual = times.rules(clinic.pk)
    rules = {one.name: getattr(usual, one.name) for one in fields(RulesDraft)} | {"buffer_minutes": buffer}
    diary.keep_rules(actor=maria, clinic=clinic.pk, rules=RulesDraft(**rules), at=at)
    room = uuid4()
    appointments.add_room(actor=maria, clinic=clinic.pk, room=room, name=f"Heron {room}", at=at)
    appointments.change_room(actor=maria, clinic=clinic.pk, room=room, capacity=2, at=at)
    tom = people.join(people.Dice(buffer), clinic, MemberRole.THERAPIST, f"Tom{buffer} Adeyemi", at)
    return {"room": str(room), "tom": str(tom.uuid)}


def book_pairs(at: datetime, first_day: int, rounds: int, children: list[str]) -> list[dict[str, str]]:
    """For each round a contested time that one child holds, and another child's visit at another time.

    Each round stands for itself: its time, four weeks of it, and the visit elsewhere belong to nobody else.
    """
    from zoneinfo import ZoneInfo

    from alongside.config.demo import people

    maria, hannah = people.known("maria@willow.example").actor(at), people.known("hannah@willow.example")
    told = []
    for number in range(rounds):
        day = at.date() + timedelta(days=first_day + number // ROUNDS_A_DAY)
        clock = 8 * 60 + MINUTES * (number % ROUNDS_A_DAY)
        local = datetime.combine(day, time(clock // 60, clock % 60), ZoneInfo("Europe/London"))
        booked = {"actor": maria, "therapist": hannah.uuid, "minutes": MINUTES, "at": at}
        gone, moved = (
            _book(booked, children[0], local),
            _book(booked, children[1], local + timedelta(weeks=9)),
        )
        told.append({"day": day.isoformat(), "time": f"{local:%H:%M}", "gone": gone, "moved": moved})
    return told


def _book(booked: dict[str, Any], child: str, starts_at: datetime) -> str:
    from uuid import UUID

    from alongside.areas.appointments import actions as appointments

    visit = uuid4()
    appointments.book_visit(**booked, child=UUID(child), visit=visit, starts_at=starts_at)
    return str(visit)


if __name__ == "__main__":
    from alongside.config.set_up import set_up

    set_up()
    now = datetime.now(UTC)
    if sys.argv[1] == "prepare":
        json.dump(prepare(now, int(sys.argv[2])), sys.stdout)
    else:
        json.dump(book_pairs(now, int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]), sys.stdout)
