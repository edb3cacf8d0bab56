"""Rows for measuring, loaded in bulk: no page would ever make so many at once.

Nothing here goes through the actions, so these rows are only good for measuring. Tables are named by word, because
models belong to their areas.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps

from alongside.core.ids import uuid7

CASELOAD = 50
FEW, MANY = 0, 1  # The first child of the first therapist has few entries and chains, the second one many.
CLINIC_CHILDREN = 2_000
FIRST = """
Ada Bela Caro Dilan Eda Finn Gale Hana Idris Jonas Kaya Lena Milo Nora Omar Pia Quinn Rosa Sami Tilda Umar Vera Wim
Xenia Yara Zeno Amal Bruno Clara David Elif Farid Greta Hugo Ines Jamal Klara Luca Mina Noel
"""
LAST = """
Abel Bauer Costa Demir Evans Farah Grant Hughes Iqbal Jones Kaplan Lind Marsh Novak Osman Petrov Quist Reid Silva
Tanaka Usman Vogel Walsh Xu Yilmaz Zeller Adeyemi Brooks Conti Duarte Ek Ferrari Gomez Haddad Ivanov
"""


@dataclass(slots=True)
class Crowd:
    """What was loaded so far. Children stand in the order of their therapists: fifty, and then the next fifty."""

    at: datetime
    dice: random.Random
    clinics: list[Any] = field(default_factory=list)
    desks: list[Any] = field(default_factory=list)
    therapists: list[Any] = field(default_factory=list)
    children: list[Any] = field(default_factory=list)
    carers: list[Any] = field(default_factory=list)

    def uuid(self, at: datetime | None = None) -> UUID:
        """An identifier as a phone would make it."""
        return uuid7(at or self.at, self.dice.getrandbits(74))

    def some(self, words: str) -> str:
        """One of the words."""
        return self.dice.choice(words.split())

    def therapist_of(self, number: int) -> Any:
        """Who looks after the child with this number."""
        return self.therapists[number // CASELOAD]


def table(name: str) -> Any:
    """The model of ``area.Model``."""
    return apps.get_model(name)


def keep(name: str, rows: Iterable[dict[str, Any]]) -> list[Any]:
    """Insert rows into one table and answer them with their keys."""
    model = table(name)
    return model.objects.bulk_create([model(**row) for row in rows], batch_size=5_000)


def load_people(crowd: Crowd, count: int) -> None:
    """Clinics of 2,000 children each, a front desk for each, and a therapist for every fifty children."""
    began = crowd.at - timedelta(days=400)
    number_of_clinics = -(-count // CLINIC_CHILDREN)
    crowd.clinics = keep(
        "people.Clinic", (_clinic(crowd, number, began) for number in range(number_of_clinics))
    )
    crowd.desks = _people(crowd, "desk", len(crowd.clinics), began)
    # One more than needed: she looks after five children only.
    crowd.therapists = _people(crowd, "therapist", count // CASELOAD + 1, began)
    crowd.carers = _people(crowd, "carer", count, began)
    keep("people.Membership", _memberships(crowd, began))


def load_children(crowd: Crowd, count: int) -> None:
    """Children with names that can be searched, their therapist, and one carer each."""
    born = date(crowd.at.year - 6, 3, 1)
    began = crowd.at - timedelta(days=300)
    rows = (_child(crowd, number, born, began) for number in range(count))
    crowd.children = keep("circle.Child", rows)
    keep("circle.NameWord", (word for child in crowd.children for word in _words(child)))
    keep("circle.Place", (place for number in range(count) for place in _places(crowd, number, began)))
    few = crowd.therapists[-1]
    keep("circle.Place", (_place(child, few, "THERAPIST", began) for child in crowd.children[:5]))


def _clinic(crowd: Crowd, number: int, at: datetime) -> dict[str, Any]:
    return {
        "uuid": crowd.uuid(at),
        "name": f"Clinic {number}",
        "slug": f"clinic-{number}",
        "zone": "Europe/London",
        "phone": "01632 960123",
        "email": f"hello@clinic-{number}.example",
        "quiet_from": "17:00",
        "quiet_until": "08:30",
        "founded_at": at,
    }


def _people(crowd: Crowd, kind: str, count: int, at: datetime) -> list[Any]:
    rows = []
    for number in range(count):
        first = crowd.some(FIRST)
        row = {"uuid": crowd.uuid(at), "name": f"{first} {crowd.some(LAST)}", "short_name": first}
        rows.append({**row, "email": f"{kind}{number}@bench.example", "password": "!", "added_at": at})
    return keep("people.Person", rows)


def _memberships(crowd: Crowd, at: datetime) -> Iterable[dict[str, Any]]:
    for clinic, desk in zip(crowd.clinics, crowd.desks, strict=True):
        yield {"clinic": clinic, "person": desk, "role": "FRONT_DESK", "since": at}
    *therapists, few = crowd.therapists
    for number, therapist in enumerate(therapists):
        clinic = crowd.clinics[number * CASELOAD // CLINIC_CHILDREN]
        yield {"clinic": clinic, "person": therapist, "role": "THERAPIST", "since": at}
    yield {"clinic": crowd.clinics[0], "person": few, "role": "THERAPIST", "since": at}


def _child(crowd: Crowd, number: int, born: date, at: datetime) -> dict[str, Any]:
    first = crowd.some(FIRST)
    return {
        "uuid": crowd.uuid(at),
        "clinic": crowd.clinics[number // CLINIC_CHILDREN],
        "name": f"{first} {crowd.some(LAST)}",
        "short_name": first,
        "born_on": born + timedelta(days=number % 1_000),
        "likes": "Dinosaurs, warm bath water, and being the one who opens the door.",
        "lives_with": "Mum, Dad and two sisters",
        "school": "Year 1",
        "registered_at": at,
    }


def _words(child: Any) -> Iterable[dict[str, Any]]:
    for word in child.name.lower().split():
        yield {"child": child, "clinic_id": child.clinic_id, "word": word}


def _places(crowd: Crowd, number: int, at: datetime) -> Iterable[dict[str, Any]]:
    child = crowd.children[number]
    yield _place(child, crowd.therapist_of(number), "THERAPIST", at)
    yield _place(child, crowd.carers[number], "CARER", at, relation="Mum", responsible=True)


def _place(child: Any, person: Any, kind: str, at: datetime, **more: Any) -> dict[str, Any]:
    return {"child": child, "person": person, "kind": kind, "since": at, **more}
