"""Every action that a page can call, with inputs that are right: what the test of bounds turns wrong, one by one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import uuid4

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.values import NoteDraft, StepTick
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation.values import Change
from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation.values import FindingDraft, FindingKind
from alongside.areas.goals import actions as goals
from alongside.areas.goals.values import GoalDraft, GoalWords
from alongside.areas.people import actions as people
from alongside.areas.people.values import PersonDraft
from alongside.areas.programme import actions as programme
from alongside.areas.story import actions as story
from alongside.areas.story.values import (
    FamilyDraft,
    How,
    Occasion,
    PriorityDraft,
    RatingDraft,
    StoryAnswers,
    StoryContact,
)
from alongside.areas.wins import actions as wins
from alongside.core.actors import MemberRole
from tests.areas.appointments import calls as times_held
from tests.areas.calendars import calls as calendar_links
from tests.areas.caseload import calls as caseload_plans
from tests.areas.circle import calls as circle
from tests.areas.conversation import calls as handing_over
from tests.areas.diary import calls as clinic_times
from tests.areas.diary import window_calls
from tests.areas.evaluation import scoring
from tests.areas.goals import calls as scaling_goals
from tests.areas.library import calls as clinic_words
from tests.areas.notices import calls as being_told
from tests.areas.practice.calls import practice_actions
from tests.areas.programme.calls import answering_actions
from tests.areas.programme.picturing import picture_actions
from tests.areas.programme.planned import planning_actions
from tests.areas.review import calls as looking_back
from tests.areas.review import reporting
from tests.areas.review.loop import STEPS, agreed_goal, live_idea, tried
from tests.areas.story import calls as weeks
from tests.areas.waiting import calls as waiting_calls

PERSON = PersonDraft(uuid=uuid4(), name="Noor Osman", short_name="Noor", email="noor@family.example")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One action and the keywords it accepts."""

    action: Callable[..., Any]
    given: dict[str, Any]


def every_action(cast) -> Iterator[Call]:
    """A call of each action on one record that holds something of everything."""
    world = _World(cast)
    early = (
        _people,
        clinic_words.calls,
        circle.calls,
        _story,
        weeks.calls,
        _evaluation,
        _goals,
        scaling_goals.calls,
        _programme,
    )
    for area in (
        *early,
        practice_actions,
        window_calls.calls,
        clinic_times.calls,
        calendar_links.calls,
        caseload_plans.calls,
        _visits,
        waiting_calls.calls,
        times_held.calls,
        being_told.calls,
        _talk,
        handing_over.calls,
        _wins,
        looking_back.calls,
        reporting.calls,
    ):
        for action, given in area(cast, world):
            yield Call(action=action, given={"at": cast.at} | given)


class _World:
    """What the actions speak of."""

    def __init__(self, cast) -> None:
        said = {"actor": cast.samira.actor, "child": cast.idris, "at": cast.at}
        self.goal = agreed_goal(cast, uuid4).uuid
        self.idea = live_idea(cast, uuid4, words_that_help="")
        self.entry = tried(cast, uuid4, self.idea).uuid
        line = PriorityDraft(uuid=uuid4(), words="Calm mornings", rank=1)
        self.priority = story.keep_priorities(**said, priorities=(line,))[0].uuid
        self.visit = uuid4()
        appointments.book_visit(
            **said | {"actor": cast.maria.actor},
            visit=self.visit,
            therapist=cast.hannah.uuid,
            starts_at=cast.at,
            minutes=45,
        )
        appointments.start_note(**said | {"actor": cast.hannah.actor}, visit=self.visit, note=uuid4())
        self.thread, self.message = uuid4(), uuid4()
        conversation.start_thread(**said, thread=self.thread)
        conversation.send_message(**said, thread=self.thread, message=self.message, words="Hello")
        self.enquiry = uuid4()
        story.send_story(**_story_sent(cast) | {"uuid": self.enquiry}, at=cast.at)


def _by(player, cast, **more):
    return {"actor": player.actor, "child": cast.idris} | more


def _story_sent(cast):
    answers = StoryAnswers(ordinary_day="Loud", topics=("meals",), child_first_name="Leo")
    contact = StoryContact(name="Ana Lima", email="ana@example.org", phone="1", ring_when="noon")
    sent = {"clinic_slug": cast.clinic.slug, "uuid": uuid4(), "sender": "192.0.2.7"}
    return sent | {"answers": answers, "contact": contact}


def _people(cast, world):
    owner = {"actor": cast.olive.actor, "clinic": cast.clinic.pk}
    yield people.add_member, owner | {"draft": PERSON, "role": MemberRole.THERAPIST}
    held = {"person": cast.hannah.uuid, "uuid": uuid4(), "register": "HCPC", "number": "1", "degree": "MSc"}
    dates = {"words": "", "valid_until": date(2027, 1, 1), "checked_on": date(2026, 1, 1)}
    yield people.record_credential, owner | held | dates
    yield people.end_membership, owner | {"person": cast.tom.uuid}


def _story(cast, world):
    family = _by(cast.samira, cast)
    yield story.send_story, _story_sent(cast)
    reply = {"enquiry": world.enquiry, "reply": uuid4(), "words": "Hello", "how": How.WROTE}
    yield story.answer_story, {"actor": cast.maria.actor} | reply
    draft = FamilyDraft(
        child=uuid4(),
        invitation=uuid4(),
        child_name="Leo Lima",
        short_name="Leo",
        born_on=date(2020, 5, 1),
        therapist=cast.hannah.uuid,
        relation="Mum",
        carer_name="Ana",
        carer_email="ana@example.org",
    )
    taken = {"actor": cast.maria.actor, "enquiry": world.enquiry, "draft": draft}
    yield story.turn_story_into_family, taken
    line = PriorityDraft(uuid=uuid4(), words="Calm evenings", rank=2, routine="bedtime")
    yield story.keep_priorities, family | {"priorities": (line,)}
    rating = RatingDraft(uuid=uuid4(), priority=world.priority, importance=5, going=5, happy=5)
    yield story.rate_priorities, family | {"ratings": (rating,), "occasion": Occasion.FIRST}
    moment = {
        "moment": uuid4(),
        "routine": "bedtime",
        "usual_at": time(19),
        "words": "",
        "minutes_possible": 5,
    }
    yield story.keep_day_moment, family | moment
    yield story.drop_day_moment, family | {"moment": uuid4()}
    yield story.keep_capacity, family | {"capacity": uuid4(), "minutes_a_day": 10, "words": ""}


def _evaluation(cast, world):
    draft = FindingDraft(
        kind=FindingKind.FINDING,
        area="dressing",
        does="Pulls",
        where="here",
        with_help="some",
        priority=world.priority,
        icf=("d540",),
        noticed_on=date(2026, 11, 20),
    )
    yield evaluation.add_finding, _by(cast.hannah, cast, finding=uuid4(), draft=draft)
    yield evaluation.share_findings, _by(cast.hannah, cast, findings=(uuid4(),))
    for action, given in scoring.calls(cast):
        yield action, _by(cast.hannah, cast, **given)


def _goals(cast, world):
    words = GoalWords(
        who="Idris",
        does="socks",
        where_when="home",
        with_help="none",
        how_often="daily",
        by_when=date(2026, 12, 18),
    )
    draft = GoalDraft(
        title="Socks", words=words, steps=STEPS, family_words="", hardest=("heel",), matters=1, hopeful=1
    )
    team = _by(cast.hannah, cast)
    yield goals.propose_goal, team | {"goal": uuid4(), "draft": draft, "priority": world.priority}
    about = team | {"goal": world.goal}
    yield goals.change_goal, about | {"version": uuid4(), "seen": 1, "draft": draft}
    yield goals.agree_goal, about | {"version": 1}
    yield goals.propose_step, about | {"proposal": uuid4(), "step": 2, "words": ""}
    yield goals.answer_step, team | {"proposal": uuid4(), "agree": True, "words": ""}
    yield goals.close_goal, about | {"words": ""}


def _programme(cast, world):
    team = _by(cast.hannah, cast)
    changed = team | {"placement": world.idea, "change": uuid4()}
    place = {"routine": "bedtime", "minutes": 5, "goal": world.goal, "override": ""}
    yield (
        programme.place_strategy,
        team | place | {"placement": uuid4(), "strategy": "S08", "family_words": "x"},
    )
    own = {"title": "Dough", "family_words": "Roll", "words_that_help": "", "safety_codes": ("ingestion",)}
    yield programme.place_idea, team | place | own | {"placement": uuid4()}
    yield programme.move_placement, changed | {"routine": "bedtime", "because": uuid4()}
    reworded = {"title": "Dough", "family_words": "Roll", "words_that_help": "", "minutes": 4}
    yield programme.reword_placement, changed | reworded
    yield programme.aim_placement, changed | {"goal": world.goal}
    yield programme.make_easier, changed
    yield programme.make_harder, changed
    yield programme.rest_placement, changed | {"words": ""}
    yield programme.remove_placement, changed | {"words": ""}
    yield programme.override_safety, changed | {"words": "Because"}
    yield programme.propose_safety_fact, _by(cast.samira, cast, fact=uuid4(), code="food:egg", words="")
    fact = uuid4()
    programme.propose_safety_fact(**_by(cast.samira, cast, fact=fact, code="reflux", words="", at=cast.at))
    yield programme.withdraw_safety_fact, _by(cast.samira, cast, fact=fact)
    yield programme.record_safety_fact, team | {"fact": uuid4(), "code": "shunt", "words": ""}
    yield programme.share_programme, team | {"placements": (world.idea,), "not_yet": {world.idea: "Soon"}}
    family = changed | {"actor": cast.samira.actor}
    yield programme.agree_placement, family | {"confidence": 5}
    yield from answering_actions(cast, world.idea)
    lent = {"actor": cast.samira.actor, "child": cast.idris, "placement": world.idea}
    yield programme.lend_idea, lent
    yield programme.keep_idea_home, lent
    yield programme.swap_placement, family | {"words": "", "instead": "S08"}
    yield from planning_actions(cast)
    yield from picture_actions(cast, world.idea)


def _visits(cast, world):
    desk, team, family = _by(cast.maria, cast), _by(cast.hannah, cast), _by(cast.samira, cast)
    slot = {"therapist": cast.hannah.uuid, "minutes": 45, "place_words": ""}
    later = cast.at + timedelta(days=1)
    visit = {"visit": world.visit}
    yield (
        appointments.add_room,
        {"actor": cast.olive.actor, "clinic": cast.clinic.pk, "room": uuid4(), "name": "A"},
    )
    yield appointments.book_visit, desk | slot | {"visit": uuid4(), "starts_at": later}
    series = {"series": uuid4(), "first_on": date(2026, 12, 1), "local_time": time(9), "count": 3}
    yield appointments.book_series, desk | slot | series
    yield appointments.move_visit, desk | visit | {"starts_at": later, "minutes": 30}
    yield appointments.cancel_visit, desk | visit
    yield appointments.could_not_come, family | visit
    yield appointments.add_agenda_item, family | visit | {"item": uuid4(), "words": "Laces"}
    yield appointments.ask_to_change, family | visit | {"request": uuid4(), "words": "Later"}
    yield appointments.answer_change_request, desk | {"request": uuid4(), "words": "Yes"}
    yield appointments.plan_item, team | visit | {"item": uuid4(), "words": "Laces"}
    yield appointments.start_note, team | visit | {"note": uuid4(), "ideas": ("Laces",)}
    ticked = frozenset({uuid4()})
    draft = NoteDraft(version=1, did="A", saw="B", next_plan="C", for_family="D", ticked=ticked)
    yield appointments.save_note, team | visit | {"draft": draft}
    step = StepTick(goal=world.goal, step=2, proposal=uuid4())
    yield appointments.sign_note, team | visit | {"draft": draft, "steps": (step,)}
    yield appointments.add_addendum, team | visit | {"addendum": uuid4(), "words": "More"}


def _talk(cast, world):
    family = _by(cast.samira, cast)
    yield conversation.start_thread, family | {"thread": uuid4(), "title": "A", "also": (cast.karim.uuid,)}
    yield conversation.add_to_thread, family | {"thread": world.thread, "person": cast.karim.uuid}
    sent = {"thread": world.thread, "message": uuid4(), "words": "Hello", "sent_at": cast.at}
    yield conversation.send_message, family | sent
    answer = {"message": world.message, "answer": uuid4(), "change_kind": Change.IDEA, "words": "We did"}
    yield conversation.answer_with_change, _by(cast.hannah, cast) | answer | {"change_uuid": world.idea}


def _wins(cast, world):
    family = _by(cast.samira, cast)
    yield wins.add_win, family | {"win": uuid4(), "words": "Both socks", "happened_on": date(2026, 11, 20)}
    yield wins.confirm_win, family | {"win": uuid4(), "words": "Yes"}
    yield wins.decline_win, family | {"win": uuid4()}
    yield wins.say_why_hard, _by(cast.hannah, cast, win=uuid4(), words="Wool")
