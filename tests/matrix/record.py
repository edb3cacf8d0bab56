"""Fills one child's record, a canary in every free-text field, each with the rule who may read it."""

from datetime import date, time
from decimal import Decimal

from alongside.areas.circle import actions as circle
from alongside.areas.circle.values import Voice
from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation import queries as evaluation_queries
from alongside.areas.evaluation.values import (
    FindingDraft,
    FindingKind,
    Form,
    RepeatNoteDraft,
    ScaleDraft,
    ScoresDraft,
    ScoreType,
    Who,
)
from alongside.areas.goals import actions as goals
from alongside.areas.goals.values import GoalDraft, GoalWords, Rater
from alongside.areas.programme import actions as programme
from alongside.areas.story import actions as story
from alongside.areas.story.values import Occasion, PriorityDraft, RatingDraft
from alongside.core.capabilities import Capability
from tests.clock import AT
from tests.matrix.agreed import idea_of_one_home
from tests.matrix.calendars import subscribe
from tests.matrix.canaries import Visible
from tests.matrix.counted import count
from tests.matrix.handed import handed_over
from tests.matrix.homes import home_of_one
from tests.matrix.living import lived, told
from tests.matrix.looking_back import looked_back
from tests.matrix.meetings import talk, visit, wish, wish_for_week, won
from tests.matrix.pen import Pen
from tests.matrix.pictured import picture
from tests.matrix.rated import keep, rate
from tests.matrix.regular_times import comes_regularly
from tests.matrix.reported import report
from tests.matrix.world import Family, World, either, may, only


def fill(world: World, family: Family) -> None:
    """Every area writes once."""
    pen = Pen(world=world, family=family)
    for part in (
        _contacts,
        _story,
        home_of_one,
        idea_of_one_home,
        _findings,
        _scores,
        _goal,
        rate,
        keep,
        _programme,
        picture,
        told,
        count,
        lived,
        visit,
        comes_regularly,
        subscribe,
        handed_over,
        wish,
        talk,
        won,
        looked_back,
        report,
    ):
        part(pen)


def _contacts(pen: Pen) -> None:
    team = ("therapist", "front_desk", "owner")
    for role in ("carer", "other_carer", "restricted_carer"):
        readers: Visible = _contact_readers(pen, role, team)
        circle.keep_contact(
            actor=pen.family.people[role].actor(AT),
            child=pen.child,
            phone=pen.word(f"phone of {role}", readers),
            address=pen.word(f"address of {role}", readers),
            shared=False,
            quiet_from=time(20),
            quiet_until=time(8),
            at=AT,
        )
    circle.propose_person(
        actor=pen.carer,
        child=pen.child,
        proposal=pen.new("proposal"),
        name=pen.word("proposed name", Capability.READ_CIRCLE),
        relation="Aunt",
        words=pen.word("proposed why", Capability.READ_CIRCLE),
        at=AT,
    )
    circle.propose_safety_fact(
        actor=pen.carer,
        child=pen.child,
        fact=pen.new("fact"),
        code="food:sesame",
        words=pen.word("safety fact", Capability.READ_SAFETY),
        at=AT,
    )


def _contact_readers(pen: Pen, role: str, team: tuple[str, ...]) -> Visible:
    clinic = may(pen.family.key, Capability.INVITE)
    own = pen.mine(role)
    return either(clinic, own)


def _story(pen: Pen) -> None:
    priority = pen.new("priority")
    drafts = (
        PriorityDraft(uuid=priority, rank=1, words=pen.word("priority", Capability.READ_STORY)),
        PriorityDraft(
            uuid=pen.new("childs_words"),
            rank=2,
            voice=Voice.CHILD,
            words=pen.word("the child's own words", Capability.READ_STORY),
        ),
    )
    story.keep_priorities(actor=pen.carer, child=pen.child, priorities=drafts, at=AT)
    rating = RatingDraft(uuid=pen.new("rating"), priority=priority, importance=9, going=3, happy=2)
    story.rate_priorities(actor=pen.carer, child=pen.child, ratings=(rating,), occasion=Occasion.FIRST, at=AT)
    story.keep_day_moment(
        actor=pen.carer,
        child=pen.child,
        moment=pen.new("moment"),
        routine="morning.dress",
        usual_at=time(7, 20),
        words=pen.word("a moment of the day", Capability.READ_STORY),
        minutes_possible=5,
        at=AT,
    )
    story.keep_capacity(
        actor=pen.carer,
        child=pen.child,
        capacity=pen.new("capacity"),
        minutes_a_day=20,
        words=pen.word("what is possible", Capability.READ_STORY),
        at=AT,
    )


def _findings(pen: Pen) -> None:
    area = evaluation_queries.areas()[0].code
    for name, reader, share in (
        ("finding", Capability.READ_FINDINGS, True),
        ("unshared", Capability.READ_UNSHARED_FINDINGS, False),
    ):
        uuid = pen.new(name)
        draft = FindingDraft(
            kind=FindingKind.FINDING,
            area=area,
            does=pen.word(f"{name}: does", reader),
            where=pen.word(f"{name}: where", reader),
            with_help=pen.word(f"{name}: help", reader),
            noticed_on=AT.date(),
            priority=pen.family.objects["priority"],
        )
        evaluation.add_finding(actor=pen.therapist, child=pen.child, finding=uuid, draft=draft, at=AT)
        if share:
            evaluation.share_findings(actor=pen.therapist, child=pen.child, findings=(uuid,), at=AT)


def _scores(pen: Pen) -> None:
    team = Capability.READ_UNSHARED_FINDINGS

    def word(name: str) -> str:
        return pen.word(f"scores: {name}", team)

    scale = ScaleDraft(
        name=word("scale"),
        score_type=ScoreType.CRITERION,
        score=Decimal(52),
        sem=Decimal("1.2"),
        source=word("source"),
        category=word("category"),
        age_equivalent=word("age equivalent"),
        notes=word("notes"),
    )
    named = ("who_name", "given_by_name", "norm_table", "setting", "interpreter", "departures")
    draft = ScoresDraft(
        instrument="pedi-cat",
        edition=word("edition"),
        form=Form.TEACHER,
        given_on=AT.date(),
        who=Who.TEACHER,
        scales=(scale,),
        licence=word("licence"),
        **{name: word(name) for name in named},
    )
    evaluation.keep_scores(
        actor=pen.therapist, child=pen.child, administration=pen.new("administration"), draft=draft, at=AT
    )
    note = RepeatNoteDraft(uuid=pen.new("repeat"), words=pen.word("repeat note", _clinics_therapists(pen)))
    evaluation.keep_repeat_note(
        actor=pen.therapist, child=pen.child, instrument="pedi-cat", draft=note, at=AT
    )


def _clinics_therapists(pen: Pen) -> Visible:
    """A clinic's note about an instrument is for all its therapists."""
    clinics = {"a": ("therapist", "other_therapist"), "b": ("other_clinics_therapist",)}
    return only(*clinics.get(pen.family.key[0], ()))


def _goal(pen: Pen) -> None:
    goal = pen.new("goal")

    def word(name: str) -> str:
        return pen.word(f"goal: {name}", Capability.READ_GOALS)

    words = GoalWords(
        who=word("who"),
        does=word("does"),
        where_when=word("where"),
        with_help=word("help"),
        how_often=word("often"),
        by_when=date(2027, 1, 20),
    )
    draft = GoalDraft(
        title=word("title"),
        words=words,
        steps=(word("1"), word("2"), word("3"), word("4"), word("5")),
        family_words=word("family"),
        harder=pen.word("goal: harder", Capability.READ_UNSHARED_FINDINGS),
        scored_by=Rater.PARENT,
        scored_from=word("scored from"),
    )
    goals.propose_goal(
        actor=pen.therapist,
        child=pen.child,
        goal=goal,
        draft=draft,
        priority=pen.family.objects["priority"],
        finding=pen.family.objects["finding"],
        at=AT,
    )
    goals.agree_goal(actor=pen.carer, child=pen.child, goal=goal, version=1, at=AT)
    goals.propose_step(
        actor=pen.carer,
        child=pen.child,
        goal=goal,
        proposal=pen.new("step"),
        step=2,
        words=word("step seen"),
        at=AT,
    )


def _programme(pen: Pen) -> None:
    live, draft = pen.new("placement"), pen.new("draft")
    for uuid, reader in ((live, Capability.READ_PROGRAMME), (draft, Capability.PROPOSE_PROGRAMME)):
        programme.place_idea(
            actor=pen.therapist,
            child=pen.child,
            placement=uuid,
            title=pen.word("idea: title", reader),
            family_words=pen.word("idea: what to do", reader),
            words_that_help=pen.word("idea: words that help", reader),
            routine="morning.dress",
            minutes=5,
            goal=pen.family.objects["goal"],
            finding=pen.family.objects["finding"],
            at=AT,
        )
        if uuid == live:
            programme.share_programme(actor=pen.therapist, child=pen.child, placements=(live,), at=AT)
            yes = {"placement": live, "change": pen.new("yes")}
            programme.agree_placement(actor=pen.carer, child=pen.child, at=AT, **yes)
    wish_for_week(pen)
