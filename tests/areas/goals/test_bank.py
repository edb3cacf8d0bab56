"""The clinic's own goals to use again hold nobody's name, and one clinic never reads another's."""

from dataclasses import replace
from uuid import uuid4

import pytest

from alongside.areas.goals import actions as goals
from alongside.areas.goals import queries
from alongside.areas.goals.models import BankGoal
from alongside.areas.goals.queries import names
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound


@pytest.fixture
def named(draft):
    """A wording full of names."""
    steps = (
        "Samira pulls IDRIS’ socks on",
        "Idris Osman pulls one",
        "Both",
        "With a song",
        "Tells Amal Osman",
    )
    return replace(draft, title="Idris’s socks", steps=steps, harder="Runs from Hannah")


@pytest.fixture
def agreed(cast, propose, agree, named):
    goal = propose(cast.hannah, named).uuid
    agree(cast.samira, goal)
    return goal


@pytest.fixture
def wording(cast, agreed, opened):
    return queries.bank_draft(opened(cast.hannah, Capability.READ_GOALS), agreed)


@pytest.fixture
def keep(cast, agreed):
    def keeping(draft, player=None, bank=None, **more):
        asked = {"child": cast.idris, "goal": agreed, "bank": bank or uuid4(), "at": cast.at} | more
        return goals.keep_in_bank(actor=(player or cast.hannah).actor, draft=draft, **asked)

    return keeping


def test_names_of_the_child_and_the_circle_are_taken_out(wording):
    assert wording.title == "[child]’s socks"
    assert wording.steps[:2] == ("[grown-up] pulls [child]’ socks on", "[child] pulls one")
    assert (wording.steps[4], wording.harder) == ("Tells [grown-up]", "Runs from [grown-up]")


def test_a_name_that_is_left_is_refused_whatever_its_letters(wording, keep):
    for left in ("idris", "Samira", "AMAL", "hannah"):
        with pytest.raises(goals.NameLeft, match=f"Please take out “{left}”"):
            keep(replace(wording, harder=f"Hides from {left} again"))
    with pytest.raises(InvalidInput) as refused:
        keep(replace(wording, does=""))
    assert refused.value.field == "does"
    assert not BankGoal.objects.exists()


def test_another_therapist_of_the_clinic_starts_from_it(cast, wording, keep):
    kept = keep(wording)
    (seen,) = queries.bank_goals(cast.tom.actor)
    assert (seen, seen.by_name) == (kept, "Hannah")
    told = names.told(seen.wording, "Theo", "a grown-up")
    assert (told.title, told.steps[0]) == ("Theo’s socks", "a grown-up pulls Theo’ socks on")
    columns = {field.name for field in BankGoal._meta.get_fields()}
    assert not columns & {"child", "goal", "version"}


def test_another_clinic_the_desk_and_families_never_see_it(cast, wording, keep):
    bank = keep(wording).uuid
    for player in (cast.other_therapist, cast.maria, cast.olive, cast.samira):
        assert queries.bank_goals(player.actor) == ()
        with pytest.raises(NotFound):
            queries.bank_goal(player.actor, bank)
        with pytest.raises(NotFound):
            goals.retire_bank_goal(actor=player.actor, bank=bank, at=cast.at)


def test_only_the_childs_therapist_keeps_a_goal_and_only_an_agreed_one(cast, wording, keep, propose, draft):
    for player in (cast.samira, cast.tom, cast.olive):
        with pytest.raises(NotAllowed):
            keep(wording, player)
    with pytest.raises(NotFound):
        keep(wording, cast.other_therapist)
    with pytest.raises(queries.NothingAgreed):
        keep(wording, goal=propose(cast.hannah, draft).uuid)


def test_a_second_delivery_changes_nothing_and_a_goal_can_be_taken_out(cast, wording, keep):
    bank = uuid4()
    assert keep(wording, bank=bank) == keep(wording, bank=bank)
    goals.retire_bank_goal(actor=cast.tom.actor, bank=bank, at=cast.at)
    assert (queries.bank_goals(cast.hannah.actor), BankGoal.objects.count()) == ((), 1)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("He hopes that Hope waits", "He hopes that [grown-up] waits"),
        ("Will she wait for Will?", "[grown-up] she wait for [grown-up]?"),
        ("Hopeful, and hope", "Hopeful, and hope"),
        ("Anna-Lena Berg helps", "[grown-up] helps"),
    ],
)
def test_words_of_every_day_stay_and_names_go(text, cleaned):
    people = names.name_words("Hope", "Will", "Anna-Lena Berg", "a kind person")
    assert names.without(text, people) == cleaned


def test_capitals_within_a_line_are_shown_to_the_therapist(wording):
    odd = replace(wording, steps=(*wording.steps[:4], "Waves to Yusuf on Mondays, with Mum"))
    assert names.look_like_names(odd) == ("Yusuf",)
