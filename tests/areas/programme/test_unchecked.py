"""An idea in free words cannot be judged by a rule: it says so until a therapist looked."""

from uuid import uuid4

from alongside.areas.circle import actions as circle
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.core.capabilities import Capability
from alongside.core.safety import Ruling
from tests.areas.programme.building import FINGER_PAINT, SOCKS, by, live, place, share

NUTS = "This idea was not checked against: Allergic to nuts or peanuts."
LOOKED = "Only banana and bread here. No nuts in the house."


def know(cast, code):
    circle.record_safety_fact(**by(cast.hannah, cast), fact=uuid4(), code=code, words="")


def chefs_hands(cast, **more):
    placed = programme.place_idea(
        **by(cast.hannah, cast),
        placement=uuid4(),
        title="Chef’s hands",
        family_words="Mash, squeeze or spread one thing for tea.",
        routine="meal.dinner",
        minutes=5,
        **more,
    )
    share(cast, placed)
    return placed.uuid


def look(cast, opened, player, uuid):
    return queries.placement(opened(player, Capability.READ_PROGRAMME), uuid)


def sentences(seen):
    return [warning.sentence for warning in seen.warnings]


def test_a_new_allergy_marks_the_familys_own_idea_and_holds_nothing_back(cast, opened):
    uuid = chefs_hands(cast)
    assert look(cast, opened, cast.hannah, uuid).warnings == ()
    know(cast, "food:nuts")
    for player in (cast.hannah, cast.samira):
        seen = look(cast, opened, player, uuid)
        assert (sentences(seen), seen.warnings[0].ruling, seen.is_held) == ([NUTS], Ruling.WARN, False)
    programme_seen = queries.programme_of(opened(cast.hannah, Capability.READ_PROGRAMME))
    assert [placed.uuid for placed in programme_seen.warned] == [uuid]


def test_it_stays_until_a_therapist_looked_and_comes_back_with_the_next_fact(cast, opened):
    know(cast, "food:nuts")
    uuid = chefs_hands(cast)
    assert look(cast, opened, cast.hannah, uuid).is_unchecked
    words = by(cast.hannah, cast) | {"placement": uuid, "words": LOOKED}
    settled = programme.override_safety(**words, change=uuid4())
    assert (settled.warnings, settled.override.words) == ((), LOOKED)
    know(cast, "food:egg")
    assert sentences(look(cast, opened, cast.hannah, uuid)) == [
        "This idea was not checked against: Allergic to egg."
    ]


def test_who_may_not_read_the_facts_learns_none_of_them(cast, opened):
    know(cast, "food:nuts")
    uuid = chefs_hands(cast)
    assert sentences(look(cast, opened, cast.grandma, uuid)) == [
        "Your therapist has not checked this one yet."
    ]


def test_an_idea_that_a_rule_can_judge_is_not_called_unchecked(cast):
    know(cast, "food:nuts")
    assert not place(cast, strategy=SOCKS).is_unchecked
    assert not dough(cast, safety_codes=("food_allergy",), override=LOOKED).is_unchecked


def dough(cast, **more):
    words = {"title": "Dough", "family_words": "Roll it.", "routine": "play.indoor", "minutes": 5}
    return programme.place_idea(**by(cast.hannah, cast), **words, **more, placement=uuid4())


def test_the_family_reads_what_the_therapist_wrote_once_she_looked(cast, opened):
    know(cast, "food:nuts")
    placed = live(cast, strategy=FINGER_PAINT, routine="play.indoor", override=LOOKED)
    assert sentences(look(cast, opened, cast.samira, placed.uuid)) == [f"Hannah looked at this one. {LOOKED}"]
    assert sentences(look(cast, opened, cast.grandma, placed.uuid)) == [
        "Hannah looked at this one. Ask what to use instead."
    ]
    know(cast, "food:egg")
    assert sentences(look(cast, opened, cast.samira, placed.uuid)) == [
        "Your therapist looks at this one first."
    ]
