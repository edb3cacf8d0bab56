"""How a family begins: the story, the people, what matters most, their day, and what was noticed first."""

from collections.abc import Iterator
from datetime import datetime, time
from functools import partial
from uuid import UUID

from alongside.areas.circle import actions as circle
from alongside.areas.circle.values import ChildDraft, Voice
from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation.values import FindingDraft
from alongside.areas.people.values import ClinicSeen
from alongside.areas.programme import actions as programme
from alongside.areas.story import actions as story
from alongside.areas.story.values import (
    EnquirySeen,
    FamilyDraft,
    Occasion,
    PriorityDraft,
    RatingDraft,
    StoryAnswers,
    StoryContact,
)
from alongside.config.demo import people
from alongside.config.demo.plot import CHILD, Carer, Fact, Matter, Seen, Told
from alongside.config.demo.scene import Beat, Scene, address_of

DESK = "maria"


def beats(scene: Scene) -> Iterator[Beat]:
    """Everything from the story to the first findings."""
    yield from _arrival(scene)
    yield from _circle(scene)
    yield from _asked(scene)
    yield from _rated(scene)
    yield from _seen(scene)
    for number, fact in enumerate(scene.family.facts):
        yield from _fact(scene, f"fact {number}", fact)


def send(told: Told, clinic: ClinicSeen, uuid: UUID, at: datetime) -> EnquirySeen:
    """The story arrives at the clinic."""
    answers = StoryAnswers(
        ordinary_day=told.ordinary_day,
        hopes=told.hopes,
        good_at=told.good_at,
        anything_else=told.anything_else,
        topics=told.topics,
        child_first_name=told.child_first_name,
    )
    contact = StoryContact(name=told.name, email=told.email, phone=told.phone, ring_when=told.ring_when)
    return story.send_story(
        clinic_slug=clinic.slug, uuid=uuid, answers=answers, contact=contact, sender=told.email, at=at
    )


def _arrival(scene: Scene) -> Iterator[Beat]:
    told = scene.family.told
    if told is None:
        yield Beat(at=scene.when(scene.teller.since, -30), act=partial(_register, scene))
        return
    enquiry = scene.named("story")
    yield Beat(at=scene.when(told.sent), act=partial(send, told, scene.house.clinic, enquiry))
    yield Beat(at=scene.when(told.answered), act=partial(_answer, scene, told))
    yield Beat(at=scene.when(told.family), act=partial(_take_on, scene))


def _answer(scene: Scene, told: Told, at: datetime) -> None:
    story.answer_story(
        actor=scene.actor(told.answered_by, at),
        enquiry=scene.named("story"),
        reply=scene.named("reply"),
        words=told.answer,
        how=told.how,
        at=at,
    )


def _register(scene: Scene, at: datetime) -> None:
    """A second child of a family that the clinic knows: nothing is asked twice."""
    desk, about = scene.actor(DESK, at), scene.family.about
    draft = _about(scene)
    circle.register_child(actor=desk, clinic=scene.house.clinic.pk, draft=draft, at=at)
    therapist = scene.house.team[scene.family.therapist]
    people.look_after(scene.child, scene.house.team[DESK], therapist, at)
    teller = scene.teller
    carer = people.bring_in(
        scene.dice, scene.child, scene.house.team[DESK], teller.name, teller.relation, at,
        email=address_of(teller.key),
    )  # fmt: skip
    if carer.name != teller.name:
        raise LookupError(about.name)


def _take_on(scene: Scene, at: datetime) -> None:
    """The front desk takes the family on, and the teller comes in with the invitation's link."""
    about, teller = scene.family.about, scene.teller
    draft = FamilyDraft(
        child=scene.child,
        invitation=scene.named("invitation"),
        child_name=about.name,
        short_name=about.name.split()[0],
        born_on=scene.almanac.born(*about.age),
        therapist=scene.house.team[scene.family.therapist].uuid,
        relation=teller.relation,
        carer_name=teller.name,
        carer_email=address_of(teller.key),
    )
    desk = scene.actor(DESK, at)
    made = story.turn_story_into_family(actor=desk, enquiry=scene.named("story"), draft=draft, at=at)
    accepted_at = scene.when(teller.since)
    carer = scene.actor(teller.key, accepted_at)
    circle.accept_invitation(actor=carer, token=made.token, at=accepted_at)


def _about(scene: Scene) -> ChildDraft:
    about = scene.family.about
    return ChildDraft(
        uuid=scene.child,
        name=about.name,
        short_name=about.name.split()[0],
        born_on=scene.almanac.born(*about.age),
        pronouns=about.pronouns,
        likes=about.likes,
        dislikes=about.dislikes,
        languages=about.languages,
        lives_with=about.lives_with,
        school=about.school,
    )


def _circle(scene: Scene) -> Iterator[Beat]:
    yield scene.does(scene.when(scene.family.asked, 40), "therapist", circle.keep_about, draft=_about(scene))
    for carer in scene.family.carers:
        if carer is not scene.teller:
            yield Beat(at=scene.when(carer.since), act=partial(_bring_in, scene, carer))
        if carer.named is not None:
            somebody = partial(_restrict, scene, carer)
            yield Beat(at=scene.when(carer.since, 15), act=somebody)
        if carer.phone:
            yield _contact(scene, carer)


def _bring_in(scene: Scene, carer: Carer, at: datetime) -> None:
    people.bring_in(
        scene.dice, scene.child, scene.house.team[DESK], carer.name, carer.relation, at,
        responsible=carer.responsible, email=address_of(carer.key),
    )  # fmt: skip


def _restrict(scene: Scene, carer: Carer, at: datetime) -> None:
    circle.restrict_carer(
        actor=scene.actor("therapist", at),
        child=scene.child,
        person=people.known(address_of(carer.key)).uuid,
        named=carer.named or (),
        at=at,
    )


def _contact(scene: Scene, carer: Carer) -> Beat:
    starts, ends = (time.fromisoformat(clock) for clock in carer.quiet or ("20:00", "08:00"))
    return scene.does(
        scene.when(carer.since, 30),
        carer.key,
        circle.keep_contact,
        phone=carer.phone,
        address=carer.address,
        shared=carer.shared,
        quiet_from=starts if carer.quiet else None,
        quiet_until=ends if carer.quiet else None,
    )


def _asked(scene: Scene) -> Iterator[Beat]:
    """What matters most, in everybody's own words, the walk through the day, and the minutes."""
    family = scene.family
    for number, who in enumerate(dict.fromkeys(_keeper(scene, matter) for matter in family.matters)):
        drafts = tuple(_priority(scene, matter) for matter in family.matters if _keeper(scene, matter) == who)
        at = scene.when(family.asked, 2 * number)
        yield scene.does(at, who, story.keep_priorities, priorities=drafts)
    for number, routine in enumerate(family.day):
        yield scene.does(
            scene.when(family.asked, 12 + number),
            "",
            story.keep_day_moment,
            moment=scene.named(f"routine {number}"),
            routine=routine.code,
            usual_at=time.fromisoformat(routine.usual),
            words=routine.words,
            minutes_possible=routine.minutes,
        )
    yield scene.does(
        scene.when(family.asked, 25),
        "",
        story.keep_capacity,
        capacity=scene.named("minutes"),
        minutes_a_day=family.minutes,
        words=family.minutes_words,
    )


def _keeper(scene: Scene, matter: Matter) -> str:
    return scene.teller.key if matter.said_by == CHILD else matter.said_by


def _priority(scene: Scene, matter: Matter) -> PriorityDraft:
    return PriorityDraft(
        uuid=scene.named(f"matter {scene.family.matters.index(matter)}"),
        words=matter.words,
        rank=matter.rank,
        voice=Voice.CHILD if matter.said_by == CHILD else Voice.FAMILY,
        routine=matter.routine,
    )


def _rated(scene: Scene) -> Iterator[Beat]:
    matters = list(enumerate(scene.family.matters))
    first = [(number, matter.first) for number, matter in matters if matter.first]
    review = [(number, matter.review) for number, matter in matters if matter.review]
    if first:
        yield _ratings(scene, Occasion.FIRST, scene.when(scene.family.asked, 8), first)
    if review:
        yield _ratings(scene, Occasion.REVIEW, scene.when(scene.family.reviewed), review)


def _ratings(
    scene: Scene, occasion: Occasion, at: datetime, rated: list[tuple[int, tuple[int, int, int]]]
) -> Beat:
    drafts = tuple(
        RatingDraft(
            uuid=scene.named(f"rating {occasion} {number}"),
            priority=scene.named(f"matter {number}"),
            importance=importance,
            going=going,
            happy=happy,
        )
        for number, (importance, going, happy) in rated
    )
    return scene.does(at, "", story.rate_priorities, ratings=drafts, occasion=occasion)


def _seen(scene: Scene) -> Iterator[Beat]:
    start = scene.family.seen_on
    for number, seen in enumerate(scene.family.seen):
        yield scene.does(
            scene.when(start, 4 * number),
            "therapist",
            evaluation.add_finding,
            finding=scene.named(f"seen {number}"),
            draft=_finding(scene, seen),
        )
    found = tuple(scene.named(f"seen {number}") for number in range(len(scene.family.seen)))
    yield scene.does(scene.when(start, 45), "therapist", evaluation.share_findings, findings=found)


def _finding(scene: Scene, seen: Seen) -> FindingDraft:
    return FindingDraft(
        kind=seen.kind,
        area=seen.area,
        does=seen.does,
        noticed_on=scene.almanac.day(scene.family.seen_on.rpartition(" ")[0]),
        where=seen.where,
        with_help=seen.with_help,
        priority=None if seen.matter is None else scene.named(f"matter {seen.matter}"),
        icf=seen.icf,
    )


def _fact(scene: Scene, name: str, fact: Fact) -> Iterator[Beat]:
    kept = {"fact": scene.named(name), "code": fact.code, "words": fact.words}
    if fact.by == "therapist":
        yield scene.does(scene.when(fact.when), "therapist", programme.record_safety_fact, **kept)
        return
    yield scene.does(scene.when(fact.when), fact.by, programme.propose_safety_fact, **kept)
    if fact.confirmed:
        confirmed = scene.when(fact.confirmed)
        yield scene.does(confirmed, "therapist", programme.confirm_safety_fact, fact=scene.named(name))
