"""A family's own idea becomes an idea for everybody, with its permission and without its names."""

from uuid import uuid4

import pytest

from alongside.areas.library import actions as library
from alongside.areas.library import queries
from alongside.areas.library.models import FamilyIdea
from alongside.areas.programme import actions as programme
from alongside.core.refusals import NotAllowed, NotFound
from tests.areas.library.writing import idea
from tests.areas.programme.building import by, live
from tests.areas.review.loop import live_idea


@pytest.fixture
def own(cast):
    """An idea that Idris's family had."""
    words = {"words": "Samira does the heel. Idris finishes.", "words_that_help": "Go, Idris."}
    return live_idea(cast, uuid4, title="Idris and the last pull", **words)


def given(cast, clinic=None):
    return queries.family_ideas((clinic or cast.clinic).pk)


def test_a_family_gives_its_idea_without_names_and_takes_it_back(cast, own):
    for _ in range(2):
        programme.lend_idea(**by(cast.samira, cast), placement=own)
    (one,) = given(cast)
    assert (one.title, one.words_that_help) == ("[child] and the last pull", "Go, [child].")
    assert one.words == "[grown-up] does the heel. [child] finishes."
    kept = FamilyIdea.objects.get()
    assert (kept.allowed_by_id, kept.allowed_at) == (cast.samira.pk, cast.at)
    assert queries.is_given(own)
    assert given(cast, cast.other_clinic) == ()
    programme.keep_idea_home(**by(cast.samira, cast), placement=own)
    assert (given(cast), queries.is_given(own)) == ((), False)
    with pytest.raises(NotFound):
        queries.family_idea(cast.clinic.pk, one.uuid)


def test_a_therapist_makes_an_idea_for_everybody_of_it_once(cast, own):
    programme.lend_idea(**by(cast.samira, cast), placement=own)
    (one,) = given(cast)
    told = {"actor": cast.hannah.actor, "clinic": cast.clinic.pk, "idea": one.uuid, "at": cast.at}
    strategy = uuid4()
    made = library.take_family_idea(**told, strategy=strategy, draft=idea())
    assert made.from_family
    assert library.take_family_idea(**told, strategy=strategy, draft=idea(name="Other")) == made
    with pytest.raises(library.AlreadyTaken):
        library.take_family_idea(**told, strategy=uuid4(), draft=idea())
    assert given(cast)[0].is_taken
    programme.keep_idea_home(**by(cast.samira, cast), placement=own)
    assert queries.strategy(cast.clinic.pk, made.code) == made


def test_only_a_responsible_carer_gives_and_only_the_familys_own(cast, own):
    for player, refusal in (
        (cast.hannah, NotAllowed),
        (cast.tom, NotAllowed),
        (cast.other_therapist, NotFound),
    ):
        with pytest.raises(refusal):
            programme.lend_idea(**by(player, cast), placement=own)
    from_library = live(cast)
    with pytest.raises(programme.NotOfTheFamily):
        programme.lend_idea(**by(cast.samira, cast), placement=from_library.uuid)
    with pytest.raises(NotFound):
        programme.lend_idea(**by(cast.samira, cast), placement=uuid4())
    assert given(cast) == ()


def test_only_the_clinics_own_team_makes_an_idea_of_it(cast, own):
    programme.lend_idea(**by(cast.samira, cast), placement=own)
    told = {"idea": given(cast)[0].uuid, "strategy": uuid4(), "draft": idea(), "at": cast.at}
    for player, clinic, refusal in (
        (cast.maria, cast.clinic, NotAllowed),
        (cast.samira, cast.clinic, NotFound),
        (cast.other_therapist, cast.other_clinic, NotFound),
    ):
        with pytest.raises(refusal):
            library.take_family_idea(actor=player.actor, clinic=clinic.pk, **told)
