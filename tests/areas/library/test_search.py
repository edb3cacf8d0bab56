"""Looking for ideas: words, facets with counts, age, things in the house, and what a child may not have."""

import json
from uuid import uuid4

import pytest

from alongside.areas.library import queries
from alongside.areas.library.models import LibraryStamp, Strategy
from alongside.areas.library.queries.finding import stem
from alongside.areas.library.values import FACETS
from alongside.core.refusals import InvalidInput

pytestmark = pytest.mark.both_engines


@pytest.fixture
def look(cast):
    """Search as Willow House."""
    return lambda text="", chosen=None, **more: queries.search(cast.clinic.pk, text, chosen or {}, **more)


@pytest.fixture
def idea(cast):
    """One more idea, like the first of all but for what is given. It moves the stamp as every write does."""

    def add(**told):
        kept = Strategy.objects.filter(code="S01").values().get()
        new = {"id": None, "uuid": uuid4(), "code": f"T{uuid4().hex[:8]}"}
        LibraryStamp.objects.update(stamp=uuid4())
        return Strategy.objects.create(**kept | new | told)

    return add


def names(found):
    return [card.name for card in found.cards]


def rows():
    return list(Strategy.objects.filter(retired_at=None).values())


def test_what_is_in_the_name_comes_first_then_what_it_builds_and_needs_then_what_it_says(look, idea):
    idea(name="Walk to the shop", steps=["Take a zizzle."], skills=[])
    idea(name="The zizzle game", steps=["Go."])
    idea(name="A big walk", skills=[{"name": "zizzle strength", "icf": ""}])
    assert names(look("zizzle")) == ["The zizzle game", "A big walk", "Walk to the shop"]


@pytest.mark.parametrize(
    "typed", ["ZIZZLE", "zizz", "zizzles", "zizzling", "with the zizzle", "zízzlé", "zizzled"]
)
def test_a_word_is_found_by_its_beginning_in_any_form(look, idea, typed):
    idea(name="The Zizzlé game")
    assert names(look(typed)) == ["The Zizzlé game"]


def test_the_ideas_that_say_most_of_the_words_are_shown_when_none_says_all(look, idea):
    idea(name="Zizzle")
    idea(name="Zizzle by wubble")
    assert names(look("zizzle wubble")) == ["Zizzle by wubble"]
    assert names(look("zizzle wubble quonk")) == ["Zizzle by wubble"]
    assert names(look("zizzle quonk")) == ["Zizzle", "Zizzle by wubble"]
    assert names(look("zizzle quonk flumm brip")) == []


def test_endings_fall_and_short_words_stay():
    stems = {"cutting": "cut", "socks": "sock", "dressing": "dress", "string": "string", "falling": "fall"}
    assert {word: stem(word) for word in stems} == stems


@pytest.mark.parametrize(
    ("facet", "value", "fits"),
    [
        ("routine", "bath", lambda row: "bath" in (row["routine"], *row["also"])),
        ("domain", "play", lambda row: "play" in (row["domain"], *row["also_domains"])),
        ("minutes", "5", lambda row: row["minutes"] <= 5),
        ("mess", "0", lambda row: row["mess"] == 0),
        ("attention", "nearby", lambda row: row["attention"] == "nearby"),
        ("kit", "none", lambda row: not row["materials"]),
        ("setting", "park", lambda row: "park" in row["setting"]),
        ("light", "green", lambda row: row["evidence"]["light"] == "green"),
        ("material", "towel", lambda row: "towel" in row["materials"]),
        ("skill", "d540", lambda row: "d540" in [*row["tasks"], *(one["icf"] for one in row["skills"])]),
    ],
)
def test_a_facet_keeps_what_fits_it_and_counts_it(look, facet, value, fits):
    expected = {row["code"] for row in rows() if fits(row)}
    assert expected
    found = look(chosen={facet: [value]}, limit=1_000)
    assert {card.code for card in found.cards} == expected
    assert found.total == len(expected) == look().counts[facet][value]


def test_counts_are_what_choosing_shows_beside_the_other_choices(look):
    chosen = {"routine": ["bath", "bedtime"], "minutes": ["10"]}
    found = look("a", chosen)
    assert set(found.counts) == set(FACETS)
    for facet in ("routine", "domain", "minutes", "setting"):
        for value, count in found.counts[facet].items():
            assert look("a", chosen | {facet: [value]}).total == count > 0
    assert look("a", chosen | {"routine": []}).total == look("a", {"minutes": ["10"]}).total


def test_where_it_belongs_first_comes_before_where_it_fits_as_well(look, idea):
    idea(name="Aaa zizzle", routine="bath", also=["bedtime"])
    idea(name="Zzz zizzle", routine="bedtime", also=[])
    assert names(look("zizzle", {"routine": ["bedtime"]})) == ["Zzz zizzle", "Aaa zizzle"]


def test_age_things_and_safety_narrow_as_the_caller_says(look):
    young = look(age_years=2.9, limit=1_000).cards
    assert young
    assert all(card.age_from <= 2 <= card.age_to for card in young)
    assert look(age_years=-3).total == look(age_years=0).total
    assert look(age_years=1e9).total == 0
    things = next(row["materials"] for row in rows() if row["materials"])
    at_home = look(things=things, limit=1_000).cards
    assert {thing for card in at_home for thing in card.materials} == set(things)
    dry = look(without={"water"}, limit=1_000)
    assert all("water" not in card.safety_codes for card in dry.cards)
    assert dry.total == look().total - len([row for row in rows() if "water" in json.dumps(row["safety"])])


def test_every_write_is_seen_at_once_and_an_unchanged_library_asks_twice(
    look, idea, django_assert_num_queries
):
    before = look().total
    idea(name="Quonk")
    assert (look().total, names(look("quonk"))) == (before + 1, ["Quonk"])
    for asked in ("", "quonk", "zip trousers"):
        with django_assert_num_queries(2):
            look(asked, {"routine": ["bath"], "minutes": ["10"]} if not asked else {})


def test_an_unknown_facet_and_a_long_text_are_refused_and_an_unknown_value_fits_nothing(look):
    with pytest.raises(InvalidInput):
        look(chosen={"colour": ["red"]})
    with pytest.raises(InvalidInput):
        look("x" * 81)
    assert look(chosen={"routine": ["nowhere"]}).total == 0
    assert look("…").total == look().total
