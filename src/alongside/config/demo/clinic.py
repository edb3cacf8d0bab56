"""The demo clinic: twelve weeks of Willow House, ending on the day it is made. Everything happens through actions."""

from datetime import datetime, time, timedelta
from uuid import UUID

from django.db import transaction

from alongside.adapters import clock
from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.actions import SlotTaken
from alongside.areas.library import actions as library
from alongside.areas.people import actions as team
from alongside.areas.people.values import ClinicSeen
from alongside.areas.story import actions as story
from alongside.config.demo import (
    answering,
    beginning,
    choosing,
    counting,
    drawing,
    families,
    filling_times,
    handing,
    hours,
    ideas,
    in_the_way,
    living,
    looking_back,
    meeting,
    people,
    picturing,
    planning,
    queueing,
    rating,
    reporting,
    testing,
    waiting,
    weeks,
)
from alongside.config.demo.almanac import WEEKDAYS, Almanac
from alongside.config.demo.people import Dice, Somebody
from alongside.config.demo.plot import Family
from alongside.config.demo.scene import House, Scene, play
from alongside.config.demo.staff import ROOMS, STAFF, Staff

ZONE = "Europe/London"
FOUNDED = "-30 Mon 09:00"
_PARTS = (
    beginning,
    planning,
    living,
    answering,
    meeting,
    testing,
    counting,
    rating,
    reporting,
    looking_back,
    drawing,
    weeks,
    in_the_way,
    picturing,
    handing,
)
WORDS = {
    "golden time": "free play",
    "stimming": "",
}  # what this house says instead; nothing where it is fine here
LATER_TODAY = ("rosa", "theo")  # Hannah sees one of them today, so that her day is alive


def fill(at: datetime | None = None, seed: int = 2026) -> None:
    """Found Willow House and let twelve weeks of its life happen, up to ``at`` (aware; now unless given).

    The same ``at`` and ``seed`` give the same words and times. Only an empty database is filled.
    """
    made_at = at or clock.now()
    tell(Almanac(at=made_at, zone=ZONE), Dice(seed), families.ALL)


def tell(almanac: Almanac, dice: Dice, stories: tuple[Family, ...]) -> None:
    """The house, then one child's story after the other, each in one transaction."""
    with transaction.atomic():
        house = build_house(almanac, dice)
        hours.keep_times(almanac, house)
    scenes: dict[str, Scene] = {}
    for family in stories:
        with transaction.atomic():
            scenes[family.key] = tell_family(almanac, dice, house, family)
    with transaction.atomic():
        _wait(almanac, dice, house)
        queueing.keep_list(almanac, house, scenes.values())
        choosing.choose_times(almanac, house, scenes)
        filling_times.ask_for_times(almanac, house)
        _see_somebody_today(almanac, dice, [scenes[key] for key in LATER_TODAY if key in scenes])


def build_house(almanac: Almanac, dice: Dice) -> House:
    """The clinic, its team with registrations, and its rooms."""
    at = almanac.when(FOUNDED)
    clinic = people.found_clinic(dice, at, name="Willow House", slug="willow", zone=ZONE)
    members = {staff.key: people.join(dice, clinic, staff.role, staff.name, at) for staff in STAFF}
    for staff in STAFF:
        if staff.number:
            _register(almanac, dice, clinic, members, staff)
    rooms = {name: dice.uuid(at) for name in ROOMS}
    for name, room in rooms.items():
        owner = members["olive"].actor(at)
        appointments.add_room(actor=owner, clinic=clinic.pk, room=room, name=name, at=at)
    for word, say in WORDS.items():
        owner, uuid = members["olive"].actor(at), dice.uuid(at)
        library.keep_word(actor=owner, clinic=clinic.pk, uuid=uuid, word=word, say=say, at=at)
    ideas.keep_ideas(dice, members["hannah"].actor(at), clinic.pk, at)
    return House(clinic=clinic, team=members, rooms=rooms)


def tell_family(almanac: Almanac, dice: Dice, house: House, family: Family) -> Scene:
    """One child's story, everything in the order in which it happened."""
    child = dice.uuid(almanac.when(family.asked))
    scene = Scene(dice=dice, almanac=almanac, house=house, family=family, child=child)
    beats = [beat for part in _PARTS for beat in part.beats(scene)]
    play(beats, almanac.at)
    return scene


def _register(
    almanac: Almanac, dice: Dice, clinic: ClinicSeen, members: dict[str, Somebody], staff: Staff
) -> None:
    at, person = almanac.when(FOUNDED) + timedelta(minutes=20), members[staff.key]
    team.record_credential(
        actor=members["olive"].actor(at),
        clinic=clinic.pk,
        person=person.uuid,
        uuid=dice.uuid(at),
        register="HCPC",
        number=staff.number,
        degree=staff.degree,
        words=staff.words,
        valid_until=almanac.today + timedelta(days=staff.valid_days),
        checked_on=at.date(),
        at=at,
    )


def _wait(almanac: Almanac, dice: Dice, house: House) -> None:
    """Stories that are not a family's yet: one is answered, two are new."""
    for told in waiting.STORIES:
        enquiry, sent_at = dice.uuid(almanac.at), almanac.when(told.sent)
        beginning.send(told, house.clinic, enquiry, sent_at)
        if told.answered:
            answered_at = almanac.when(told.answered)
            story.answer_story(
                actor=house.actor(told.answered_by, answered_at),
                enquiry=enquiry,
                reply=dice.uuid(answered_at),
                words=told.answer,
                how=told.how,
                at=answered_at,
            )


def _see_somebody_today(almanac: Almanac, dice: Dice, scenes: list[Scene]) -> None:
    """On a working day somebody comes later today: the first free quarter of an hour before the house closes."""
    if almanac.today.weekday() >= 5:
        return
    weekday = WEEKDAYS[almanac.today.weekday()]
    for scene in scenes:
        if scene.family.visits.day != weekday and _booked_today(almanac, dice, scene):
            return


def _booked_today(almanac: Almanac, dice: Dice, scene: Scene) -> bool:
    uuid = dice.uuid(almanac.at)
    for quarter in range(9 * 4, 17 * 4):
        starts_at = almanac.on(almanac.today, time(quarter // 4, quarter % 4 * 15))
        if starts_at >= almanac.at + timedelta(minutes=50) and _is_booked(scene, uuid, starts_at):
            return True
    return False


def _is_booked(scene: Scene, uuid: UUID, starts_at: datetime) -> bool:
    at = min(scene.when("0 Thu 10:20"), scene.almanac.at)
    try:
        appointments.book_visit(
            actor=scene.actor("maria", at),
            child=scene.child,
            visit=uuid,
            therapist=scene.house.team[scene.family.therapist].uuid,
            starts_at=starts_at,
            minutes=45,
            room=scene.house.rooms["Kingfisher Room"],
            at=at,
        )
    except SlotTaken:
        return False
    return True
