"""A family whose week can be planned: an agreed goal with a finding in codes, a drawn day, minutes."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID, uuid4

from alongside.areas.circle import actions as circle
from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation.values import FindingDraft, FindingKind
from alongside.areas.goals import actions as goals
from alongside.areas.goals.values import GoalDraft, GoalWords, Rater
from alongside.areas.programme import actions as programme
from alongside.areas.programme.queries import week
from alongside.areas.programme.values import WishKind
from alongside.areas.story import actions as story
from alongside.areas.story.values import Occasion, PriorityDraft, RatingDraft
from alongside.areas.story.values.week import MomentDraft
from alongside.core.capabilities import Capability
from alongside.core.planning.plan import Reason
from alongside.core.planning.weights import Part
from alongside.core.words import phrase
from tests.areas.programme.building import by

FLANNEL = "S045"  # «My flannel, my face»: bath time, nothing special needed.
NOTICED_ON = date(2026, 9, 4)
DAY = {"morning.dress": 10, "breakfast": 5, "homework": 10, "play.indoor": 15, "bath": 10, "bedtime": 10}
STEPS = ("One heel", "Both heels", "Both socks", "Socks and shoes", "Socks for his cousin")


def drawn_day(cast, *, minutes=15, day=None):
    """The family's day with its minutes."""
    for code, free in (DAY if day is None else day).items():
        story.keep_day_moment(
            **by(cast.samira, cast),
            moment=uuid4(),
            routine=code,
            usual_at=time(7, 30),
            words="",
            minutes_possible=free,
        )
    story.keep_capacity(
        **by(cast.samira, cast), capacity=uuid4(), minutes_a_day=minutes, words="On ordinary days"
    )


def goal_with_finding(cast, *, icf=("d5402", "b7602"), routine="morning.dress", importance=9) -> UUID:
    """An agreed goal in its routine, rated by the family, with what was noticed on 4 September behind it."""
    priority, finding, goal = uuid4(), uuid4(), uuid4()
    words = PriorityDraft(uuid=priority, words="Mornings without tears.", rank=1, routine=routine)
    story.keep_priorities(**by(cast.samira, cast), priorities=(words,))
    rating = RatingDraft(uuid=uuid4(), priority=priority, importance=importance, going=3, happy=3)
    story.rate_priorities(**by(cast.samira, cast), ratings=(rating,), occasion=Occasion.FIRST)
    noticed = FindingDraft(
        kind=FindingKind.FINDING,
        area="dressing",
        does="Pulls with one hand, the other hangs down",
        where="on the stairs",
        with_help="someone holds the sock",
        noticed_on=NOTICED_ON,
        priority=priority,
        icf=icf,
    )
    evaluation.add_finding(**by(cast.hannah, cast), finding=finding, draft=noticed)
    evaluation.share_findings(**by(cast.hannah, cast), findings=(finding,))
    draft = GoalDraft(
        title="Both socks on before school",
        words=GoalWords(
            who="Idris",
            does="put on both socks",
            where_when="before school",
            with_help="someone nearby",
            how_often="4 of 5 mornings",
            by_when=date(2026, 12, 18),
        ),
        steps=STEPS,
        scored_by=Rater.PARENT,
        scored_from="what the morning was like",
    )
    goals.propose_goal(**by(cast.hannah, cast), goal=goal, draft=draft, priority=priority, finding=finding)
    goals.agree_goal(**by(cast.samira, cast), goal=goal, version=1)
    return goal


def planned_family(cast) -> UUID:
    """Everything that a plan needs; the uuid of its goal."""
    drawn_day(cast)
    return goal_with_finding(cast)


def two_homes(cast) -> dict[str, UUID]:
    """«Mum’s» with Samira and «Dad’s» with Karim, a drawn week in each, bubble wrap at Dad's alone."""
    goal_with_finding(cast)
    found = {}
    for name, player, days in (("Mum’s", cast.samira, (0, 1, 2)), ("Dad’s", cast.karim, (3, 4, 5, 6))):
        home = uuid4()
        circle.add_home(**by(cast.hannah, cast), home=home, name=name, zone="")
        circle.put_in_home(**by(cast.hannah, cast), home=home, person=player.uuid)
        found[name] = home
        drafts = tuple(
            MomentDraft(routine=routine, days=days, minutes_possible=10, energy=3, who=(player.uuid,))
            for routine in ("morning.dress", "bath")
        )
        story.keep_week(**by(player, cast), home=home, moments=drafts)
    return found


def own_live(cast, *, minutes=5, routine="morning.dress", **more) -> UUID:
    """The family's own idea on the phone."""
    placement = uuid4()
    programme.place_idea(
        **by(cast.hannah, cast),
        placement=placement,
        title="Last pull is his",
        family_words="You do the heel. Idris finishes.",
        routine=routine,
        minutes=minutes,
        **more,
    )
    why = {placement: "It is their own."}
    programme.share_programme(**by(cast.hannah, cast), placements=(placement,), not_yet=why)
    programme.agree_placement(**by(cast.samira, cast), placement=placement, change=uuid4())
    return placement


def proposal(cast, opened, moments=()):
    """The week as Hannah gets it."""
    return week.proposal(opened(cast.hannah, Capability.PROPOSE_PROGRAMME), moments)


def planning_actions(cast):
    """Every action of a planned week, with inputs that are right."""
    team = {"actor": cast.hannah.actor, "child": cast.idris}
    yield programme.propose_week, team | {"plan": uuid4(), "choices": (choice(),)}
    word = {"strategy": FLANNEL, "kind": WishKind.PIN, "routine": "bath", "words": "Please"}
    yield programme.wish_for_week, team | word | {"wish": uuid4()}
    wish = uuid4()
    programme.wish_for_week(**by(cast.hannah, cast), wish=wish, strategy=FLANNEL, kind=WishKind.BAN)
    yield programme.end_wish, team | {"wish": wish}


def choice(**changes) -> week.WeekChoice:
    """One idea of a planned week as it is sent."""
    why = phrase("often", "{minutes} minutes, {days} days a week: little and often.", minutes=5, days=2)
    plain = week.WeekChoice(
        strategy=FLANNEL,
        step=0,
        home=None,
        home_name="",
        routine="bath",
        days=(0, 2),
        minutes=5,
        carer=None,
        goal=None,
        finding=None,
        reasons=(Reason(part=Part.OFTEN, points=54, why=why),),
        cautions=(why,),
        stands=week.Stands.NEW,
        placed=None,
    )
    return replace(plain, **changes)
