"""Safety rules say no in words; a named therapist may say why not, except where nobody may."""

from uuid import uuid4

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.library.models import Strategy
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.actions import SafetyRefused
from alongside.areas.programme.values import What
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed
from alongside.core.safety import Ruling
from tests.areas.programme.building import BALLOON, FINGER_PAINT, SOCKS, by, later, live, place, share

WHY = "We use brown rice flour, and Samira checked the paint."


def know(cast, code, words=""):
    fact = uuid4()
    circle.record_safety_fact(**by(cast.hannah, cast), fact=fact, code=code, words=words)
    return fact


def look(cast, opened, player, uuid):
    return queries.placement(opened(player, Capability.READ_PROGRAMME), uuid)


def test_a_rule_refuses_with_the_reason_in_words(cast):
    know(cast, "food:nuts")
    with pytest.raises(SafetyRefused, match="there is a food allergy") as refused:
        place(cast, strategy=FINGER_PAINT, routine="play.indoor")
    assert "Write why it is right for this child" in str(refused.value)
    assert not refused.value.excluded
    assert [warning.code for warning in refused.value.warnings] == ["food_allergy"]


def test_a_named_therapist_overrides_with_a_written_reason_that_stays(cast, opened):
    know(cast, "food:nuts")
    placed = place(cast, strategy=FINGER_PAINT, routine="play.indoor", override=WHY)
    assert (placed.override.words, placed.override.by.name, placed.override.at) == (WHY, "Hannah", cast.at)
    assert not placed.is_held
    assert [(w.code, w.ruling, w.settled) for w in placed.warnings] == [
        ("food_allergy", Ruling.NEVER_UNLESS, True)
    ]
    changes = queries.changes(opened(cast.hannah, Capability.READ_PROGRAMME))
    assert [change.what for change in changes] == [What.SAFETY_OVERRIDDEN, What.PLACED]


def test_a_reason_where_no_rule_asks_for_one_overrides_nothing(cast):
    assert place(cast, override=WHY).override is None


def test_what_is_excluded_stays_excluded_with_any_reason(cast):
    words = by(cast.hannah, cast) | {
        "placement": uuid4(),
        "title": "Water beads",
        "family_words": "Scoop the beads.",
        "routine": "bath",
        "minutes": 5,
        "safety_codes": ("water_beads",),
    }
    for override in ("", WHY):
        with pytest.raises(SafetyRefused, match="Nobody can override") as refused:
            programme.place_idea(**words, override=override)
        assert refused.value.excluded


def test_a_plain_warning_is_shown_and_refuses_nothing(cast):
    placed = place(cast, strategy="S01", routine="play.indoor")
    assert [(w.code, w.ruling) for w in placed.warnings] == [("suffocation", Ruling.WARN)]
    assert not placed.is_held


def test_a_new_allergy_warns_on_what_is_already_on_the_phone(cast, opened):
    placed = live(cast, strategy=FINGER_PAINT, routine="play.indoor")
    assert not look(cast, opened, cast.samira, placed.uuid).warnings
    know(cast, "skin")
    seen = look(cast, opened, cast.samira, placed.uuid)
    assert seen.is_held
    assert seen.warnings[0].because == "Skin allergy or eczema"
    assert queries.programme_of(opened(cast.hannah, Capability.READ_PROGRAMME)).warned == (
        look(cast, opened, cast.hannah, placed.uuid),
    )


def test_a_fact_that_a_carer_only_proposed_holds_an_idea_back_at_once(cast, opened):
    placed = live(cast, strategy=FINGER_PAINT, routine="play.indoor")
    circle.propose_safety_fact(**by(cast.samira, cast), fact=uuid4(), code="food:egg", words="")
    assert look(cast, opened, cast.hannah, placed.uuid).is_held


def test_a_grandmother_reads_to_leave_it_and_not_why(cast, opened):
    placed = live(cast, strategy=FINGER_PAINT, routine="play.indoor")
    know(cast, "skin")
    warning = look(cast, opened, cast.grandma, placed.uuid).warnings[0]
    assert warning.sentence == "Your therapist looks at this one first."
    assert warning.because == ""


def test_the_therapist_settles_a_later_fact_and_the_next_fact_asks_again(cast, opened):
    placed = live(cast, strategy=FINGER_PAINT, routine="play.indoor")
    know(cast, "food:nuts")
    words = by(cast.hannah, cast) | {"placement": placed.uuid, "change": uuid4(), "words": WHY}
    assert not programme.override_safety(**words).is_held
    assert programme.override_safety(**words).override.words == WHY
    know(cast, "food:wheat")
    assert look(cast, opened, cast.hannah, placed.uuid).is_held
    again = words | {"change": uuid4(), "words": "No wheat in it either."}
    assert programme.override_safety(**again).override.words == "No wheat in it either."


def test_an_override_needs_words_and_the_therapist_and_something_to_override(cast):
    placed = live(cast, strategy=FINGER_PAINT, routine="play.indoor")
    words = by(cast.hannah, cast) | {"placement": placed.uuid, "change": uuid4()}
    assert programme.override_safety(**words, words=WHY).override is None
    know(cast, "skin")
    with pytest.raises(InvalidInput):
        programme.override_safety(**words, words="  ")
    with pytest.raises(NotAllowed):
        programme.override_safety(**words | by(cast.samira, cast), words=WHY)


def test_an_idea_that_became_unsafe_is_neither_shared_nor_brought_back(cast):
    draft = place(cast, strategy=FINGER_PAINT, routine="play.indoor")
    resting = live(cast, strategy=FINGER_PAINT, routine="bath")
    change = {"placement": resting.uuid, "at": later(cast, hours=1)}
    programme.rest_placement(**by(cast.samira, cast) | change, change=uuid4())
    know(cast, "skin")
    with pytest.raises(SafetyRefused, match="skin allergy"):
        share(cast, draft)
    with pytest.raises(SafetyRefused) as refused:
        programme.resume_placement(**by(cast.samira, cast) | change, change=uuid4())
    assert str(refused.value) == "Your therapist looks at this one first."


def test_a_rule_that_the_library_learns_later_reaches_ideas_in_use(cast, opened):
    placed = live(cast)
    Strategy.objects.filter(code=SOCKS).update(safety=[{"code": "restraint", "note": ""}])
    seen = look(cast, opened, cast.hannah, placed.uuid)
    assert seen.warnings[0].ruling is Ruling.EXCLUDED
    assert seen.is_held
    words = by(cast.hannah, cast) | {"placement": placed.uuid, "change": uuid4(), "words": WHY}
    with pytest.raises(SafetyRefused, match="Nobody can override"):
        programme.override_safety(**words)


def test_the_library_beside_a_child_says_what_a_rule_forbids_and_hides_what_is_excluded(cast, opened):
    know(cast, "latex")
    Strategy.objects.filter(code="S02").update(safety=[{"code": "magnets", "note": ""}])
    place(cast, strategy="S01", routine="play.indoor")
    therapist = opened(cast.hannah, Capability.PROPOSE_PROGRAMME)
    ideas = {idea.card.code: idea for idea in queries.ideas_for(therapist, routine="play.indoor")}
    assert "S02" not in ideas
    assert ideas[BALLOON].ruling is Ruling.NEVER_UNLESS
    assert any("latex" in reason for reason in ideas[BALLOON].reasons)
    assert ideas["S01"].is_placed
    assert not ideas[BALLOON].is_placed
    with pytest.raises(NotAllowed):
        queries.ideas_for(opened(cast.samira, Capability.READ_PROGRAMME))


def test_why_a_rule_was_set_aside_is_read_only_by_those_who_read_the_safety_facts(cast, opened):
    know(cast, "food:nuts")
    placed = live(cast, strategy=FINGER_PAINT, routine="play.indoor", override=WHY)
    settle = by(cast.hannah, cast) | {"placement": placed.uuid, "change": uuid4(), "words": WHY}
    know(cast, "food:milk")
    programme.override_safety(**settle)
    for player, reads in ((cast.samira, True), (cast.hannah, True), (cast.grandma, False)):
        looked = opened(player, Capability.READ_PROGRAMME)
        override = queries.placement(looked, placed.uuid).override
        said = {change.words for change in queries.changes(looked)}
        assert (override is not None, WHY in said) == (reads, reads), player.name


def test_a_code_named_twice_is_kept_once(cast):
    words = {"title": "Dough", "family_words": "Roll it.", "routine": "play.indoor", "minutes": 5}
    placed = programme.place_idea(
        **by(cast.hannah, cast), **words, placement=uuid4(), safety_codes=("ingestion",) * 500
    )
    assert [warning.code for warning in placed.warnings] in ([], ["ingestion"])
