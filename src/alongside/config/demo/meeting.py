"""Visits that were and that come, and the notes about those that were."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.values import NoteDraft, NoteSeen
from alongside.areas.circle import gate
from alongside.areas.programme import queries as programme
from alongside.config.demo.plot import Note, Visits
from alongside.config.demo.scene import Beat, Scene
from alongside.core.capabilities import Capability

DESK = "maria"


def beats(scene: Scene) -> Iterator[Beat]:
    """Bookings, what was said around visits, and notes."""
    visits = scene.family.visits
    booked_at = max(_start(scene, visits.weeks[0]) - timedelta(days=9), scene.when(scene.family.asked, 50))
    yield Beat(at=booked_at, act=partial(_book, scene))
    for week in visits.away:
        away = partial(_could_not_come, scene, week)
        yield Beat(at=_start(scene, week) - timedelta(hours=7), act=away)
    for number, (when, who, week, words) in enumerate(visits.agenda):
        item = partial(_agenda, scene, number, who, week, words)
        yield Beat(at=scene.when(when), act=item)
    for number, (when, who, week, words, answer) in enumerate(visits.wishes):
        yield Beat(at=scene.when(when), act=partial(_wish, scene, number, who, week, words))
        if answer:
            yield Beat(at=scene.when(when, 900), act=partial(_answer_wish, scene, number, answer))
    for note in scene.family.notes:
        yield from _note(scene, note)


def visit_name(week: int) -> str:
    """What the visit of a week is called in the scene."""
    return f"visit {week}"


def _start(scene: Scene, week: int) -> datetime:
    visits = scene.family.visits
    return scene.when(f"{week} {visits.day} {visits.clock}")


def _book(scene: Scene, at: datetime) -> None:
    if scene.family.visits.series:
        _book_series(scene, scene.family.visits, at)
        return
    for week in scene.family.visits.weeks:
        _book_one(scene, week, at)


def _book_one(scene: Scene, week: int, at: datetime) -> None:
    visits = scene.family.visits
    appointments.book_visit(
        actor=scene.actor(DESK, at),
        child=scene.child,
        visit=scene.named(visit_name(week)),
        therapist=scene.house.team[scene.family.therapist].uuid,
        starts_at=_start(scene, week),
        minutes=visits.minutes,
        room=scene.house.rooms.get(visits.room),
        place_words=visits.place_words,
        at=at,
    )


def _book_series(scene: Scene, visits: Visits, at: datetime) -> None:
    booked = appointments.book_series(
        actor=scene.actor(DESK, at),
        child=scene.child,
        series=scene.named("series"),
        therapist=scene.house.team[scene.family.therapist].uuid,
        first_on=scene.almanac.day(f"{visits.weeks[0]} {visits.day}"),
        local_time=time.fromisoformat(visits.clock),
        count=len(visits.weeks),
        minutes=visits.minutes,
        room=scene.house.rooms.get(visits.room),
        place_words=visits.place_words,
        at=at,
    )
    for week, visit in zip(visits.weeks, booked, strict=True):
        scene.names[visit_name(week)] = visit.uuid


def _could_not_come(scene: Scene, week: int, at: datetime) -> None:
    visit = scene.names[visit_name(week)]
    appointments.could_not_come(actor=scene.actor("", at), child=scene.child, visit=visit, at=at)


def _agenda(scene: Scene, number: int, who: str, week: int, words: str, *, at: datetime) -> None:
    appointments.add_agenda_item(
        actor=scene.actor(who, at),
        child=scene.child,
        visit=scene.names[visit_name(week)],
        item=scene.named(f"agenda {number}"),
        words=words,
        at=at,
    )


def _wish(scene: Scene, number: int, who: str, week: int, words: str, *, at: datetime) -> None:
    appointments.ask_to_change(
        actor=scene.actor(who, at),
        child=scene.child,
        visit=scene.names[visit_name(week)],
        request=scene.named(f"wish {number}"),
        words=words,
        at=at,
    )


def _answer_wish(scene: Scene, number: int, answer: str, at: datetime) -> None:
    appointments.answer_change_request(
        actor=scene.actor(DESK, at),
        child=scene.child,
        request=scene.named(f"wish {number}"),
        words=answer,
        at=at,
    )


def _note(scene: Scene, note: Note) -> Iterator[Beat]:
    ended = _start(scene, note.week) + timedelta(minutes=scene.family.visits.minutes)
    if note.draft:
        # It waits to be finished until just before the next visit.
        yield Beat(at=ended + timedelta(minutes=6), act=partial(_save, scene, note))
        yield Beat(at=ended + timedelta(days=6, hours=23), act=partial(_sign, scene, note))
        return
    yield Beat(at=ended + timedelta(minutes=18), act=partial(_sign, scene, note))
    if note.added:
        yield Beat(at=ended + timedelta(hours=20), act=partial(_add, scene, note))


def _begin(scene: Scene, note: Note, at: datetime) -> NoteSeen:
    """As the page begins it: with the ideas that live in the family's day."""
    therapist = scene.actor("therapist", at)
    opened = gate.open_child(
        therapist, scene.child, Capability.READ_PROGRAMME, at, doing="therapist.start_note"
    )
    return appointments.start_note(
        actor=therapist,
        child=scene.child,
        ideas=[idea.title for idea in programme.live_placements(opened)],
        visit=scene.names[visit_name(note.week)],
        note=scene.named(f"note {note.week}"),
        at=at,
    )


def _save(scene: Scene, note: Note, at: datetime) -> None:
    draft = _draft(_begin(scene, note, at), note)
    visit = scene.names[visit_name(note.week)]
    appointments.save_note(
        actor=scene.actor("therapist", at), child=scene.child, visit=visit, draft=draft, at=at
    )


def _sign(scene: Scene, note: Note, at: datetime) -> None:
    appointments.sign_note(
        actor=scene.actor("therapist", at),
        child=scene.child,
        visit=scene.names[visit_name(note.week)],
        draft=_draft(_begin(scene, note, at), note),
        at=at,
    )


def _draft(begun: NoteSeen, note: Note) -> NoteDraft:
    """Nearly everything that was planned was done: the last of three or more things had to wait."""
    planned = begun.planned[:-1] if len(begun.planned) > 2 else begun.planned
    return NoteDraft(
        version=begun.version,
        did=note.did,
        saw=note.saw,
        next_plan=note.plan,
        for_family=note.family,
        ticked=frozenset(item.uuid for item in planned),
    )


def _add(scene: Scene, note: Note, at: datetime) -> None:
    appointments.add_addendum(
        actor=scene.actor("therapist", at),
        child=scene.child,
        visit=scene.names[visit_name(note.week)],
        addendum=scene.named(f"addendum {note.week}"),
        words=note.added,
        at=at,
    )
