"""A clinic's own ideas: every wording stays known, and what a family was given does not change under it."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest

from alongside.areas.library import actions, queries
from alongside.areas.library.models import Strategy, StrategyWords
from alongside.areas.library.values import Way
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.library.writing import idea, words


@pytest.fixture
def willow(cast):
    """What Hannah does in Willow House's library; ``player`` is somebody else."""

    def do(act, player=None, **told):
        told = {"clinic": cast.clinic.pk, "at": cast.at} | told
        return getattr(actions, act)(actor=(player or cast.hannah).actor, **told)

    return do


def found(cast, text, clinic=None):
    return [card.name for card in queries.search((clinic or cast.clinic).pk, text).cards]


def test_an_idea_of_the_clinic_is_found_there_at_once_and_nowhere_else(cast, willow):
    uuid = uuid4()
    kept = willow("add_strategy", strategy=uuid, draft=idea())
    assert willow("add_strategy", strategy=uuid, draft=idea(name="Another")) == kept
    assert (kept.name, kept.version, kept.is_own, kept.easier[0]) == (
        "Towel rides",
        1,
        True,
        "Use a smaller towel.",
    )
    assert found(cast, "towel rides")[0] == "Towel rides"
    assert "Towel rides" not in found(cast, "towel rides", cast.other_clinic)
    with pytest.raises(NotFound):
        queries.strategy(cast.other_clinic.pk, kept.code)
    theirs = {"player": cast.other_therapist, "clinic": cast.other_clinic.pk}
    with pytest.raises(NotFound):
        willow("add_strategy", strategy=uuid, draft=idea(), **theirs)


def test_a_change_keeps_the_wording_before_it_and_what_a_family_was_given(cast, willow):
    kept = willow("add_strategy", strategy=uuid4(), draft=idea())
    copy = json.loads(json.dumps(queries.given(kept)))
    change = {"strategy": kept.code, "seen": 1, "at": cast.at + timedelta(days=1)}
    now = willow("change_strategy", draft=idea(name="Sledge rides"), player=cast.olive, **change)
    assert (now.name, now.version) == ("Sledge rides", 2)
    earlier = queries.versions(cast.clinic.pk, kept.code)
    assert [(one.number, one.name, one.by) for one in earlier] == [(1, "Towel rides", cast.hannah.actor.name)]
    assert (copy["name"], copy["version"]) == ("Towel rides", 1)
    assert copy["easier"] == [
        {"knob": "material", "words": "Use a smaller towel."},
        {"knob": "help", "words": "Pull with them."},
    ]
    assert copy["supervision"] == {"level": "NEARBY", "note": "", "rules": [["<4", "SIGHT"]]}
    assert (copy["safety"], copy["materials"]) == ([{"code": "slip", "note": "Dry floor."}], ["towel"])
    assert found(cast, "sledge")[0] == "Sledge rides"


def test_who_wrote_second_looks_again_and_saying_the_same_changes_nothing(willow):
    kept = willow("add_strategy", strategy=uuid4(), draft=idea())
    change = {"strategy": kept.code, "seen": 1}
    assert willow("change_strategy", draft=idea(), **change) == kept
    later = willow("change_strategy", draft=idea(minutes=6), **change)
    assert willow("change_strategy", draft=idea(minutes=6), **change) == later
    with pytest.raises(actions.ChangedMeanwhile):
        willow("change_strategy", draft=idea(minutes=7), **change)


def test_a_copy_takes_the_place_of_its_starter_until_it_is_retired(cast, willow):
    starter = queries.strategy(cast.clinic.pk, "S01")
    copy = uuid4()
    own = willow("adapt_strategy", strategy="S01", copy=copy)
    assert willow("adapt_strategy", strategy="S01", copy=copy) == own
    assert (own.adapted_from, own.steps, own.ways_harder) == ("S01", starter.steps, starter.ways_harder)
    with pytest.raises(actions.AlreadyAdapted):
        willow("adapt_strategy", strategy="S01", copy=uuid4())
    draft = queries.draft_of(own)
    changed = willow("change_strategy", strategy=own.code, seen=1, draft=_named(draft, "Wrap trail"))
    assert found(cast, "trail")[0] == "Wrap trail" == changed.name
    assert "Bubble-wrap pop trail" not in found(cast, "trail")
    assert "Bubble-wrap pop trail" in found(cast, "trail", cast.other_clinic)
    assert queries.strategy(cast.clinic.pk, "S01") == starter
    for every in (queries.strategies, queries.every_strategy):
        assert {"S01", own.code} & {one.code for one in every(cast.clinic.pk)} == {own.code}
        assert "S01" in {one.code for one in every(cast.other_clinic.pk)}
    willow("retire_strategy", strategy=own.code)
    assert found(cast, "bubble wrap")[0] == "Bubble-wrap pop trail"
    assert "Wrap trail" not in found(cast, "trail")


def _named(draft, name):
    return type(draft)(**{one: getattr(draft, one) for one in draft.__slots__} | {"name": name})


def test_a_retired_idea_is_still_read_and_comes_back(cast, willow):
    kept = willow("add_strategy", strategy=uuid4(), draft=idea())
    for days in (1, 2):
        willow("retire_strategy", strategy=kept.code, at=cast.at + timedelta(days=days))
    assert queries.strategy(cast.clinic.pk, kept.code).retired_at == cast.at + timedelta(days=1)
    assert kept.name not in found(cast, "towel")
    willow("bring_back_strategy", strategy=kept.code)
    willow("bring_back_strategy", strategy=kept.code)
    assert queries.strategy(cast.clinic.pk, kept.code) == kept
    first = willow("adapt_strategy", strategy="S01", copy=uuid4())
    willow("retire_strategy", strategy=first.code)
    willow("adapt_strategy", strategy="S01", copy=uuid4())
    with pytest.raises(actions.AlreadyAdapted):
        willow("bring_back_strategy", strategy=first.code)


def test_an_idea_speaks_another_language_in_the_copy_a_family_gets(cast, willow):
    kept = willow("add_strategy", strategy=uuid4(), draft=idea())
    said = {"strategy": kept.code, "language": "TR"}
    uuid = uuid4()
    turkish = willow("translate_strategy", uuid=uuid, words=words(), **said)
    assert willow("translate_strategy", uuid=uuid, words=words(name="Başka"), **said) == turkish
    assert (turkish.language, turkish.of_version) == ("tr", 1)
    copy = queries.given(kept, turkish)
    assert (copy["name"], copy["language"], copy["harder"][1]) == (
        "Havlu gezisi",
        "tr",
        {"knob": "items", "words": "İki oyuncak daha."},
    )
    better = willow("translate_strategy", uuid=uuid4(), words=words(name="Havlu kızağı"), **said)
    assert queries.translations(cast.clinic.pk, kept.code) == (better,)
    assert StrategyWords.objects.filter(strategy__code=kept.code).count() == 2
    starter = willow("translate_strategy", uuid=uuid4(), words=_like_s01(), strategy="S01", language="tr")
    assert queries.translations(cast.clinic.pk, "S01") == (starter,)
    assert queries.translations(cast.other_clinic.pk, "S01") == ()


def _like_s01():
    starter = queries.draft_of(queries.strategy(0, "S01"))
    several = {name: tuple("…" for _ in getattr(starter, name)) for name in ("steps", "easier", "harder")}
    return words(**several)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"steps": ("Only one.",)}, "steps"),
        ({"name": ""}, "name"),
        ({"notice": "x" * 301}, "notice"),
    ],
)
def test_words_that_do_not_fit_the_idea_are_refused_at_their_field(willow, more, field):
    kept = willow("add_strategy", strategy=uuid4(), draft=idea())
    with pytest.raises(InvalidInput) as refused:
        willow("translate_strategy", strategy=kept.code, uuid=uuid4(), language="tr", words=words(**more))
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("more", "field", "sentence"),
    [
        ({"minutes": 45}, "minutes", "Choose a number from 1 to 30"),
        ({"steps": ("Go.",)}, "steps", "Write 3 to 6 of these"),
        ({"harder": (Way(knob="help", words="Use a bigger towel and sit down."), Way(knob="time", words="Ride on."))},
         "harder", "Change one thing in each way"),
        ({"notice": "They should pull"}, "notice", "Say it without “should”"),
        ({"name": "a\x00"}, "name", "hidden character"),
        ({"tags": ("music",) * 30}, "tags", "at most 20"),
    ],
)  # fmt: skip
def test_the_first_sentence_of_the_lint_comes_back_at_its_field(willow, more, field, sentence):
    with pytest.raises(InvalidInput, match=sentence) as refused:
        willow("add_strategy", strategy=uuid4(), draft=idea(**more))
    assert refused.value.field == field


def test_only_therapists_and_owners_of_the_clinic_change_its_library(cast, willow):
    kept = willow("add_strategy", strategy=uuid4(), draft=idea(), player=cast.olive)
    calls = (
        ("add_strategy", {"strategy": uuid4(), "draft": idea()}),
        ("change_strategy", {"strategy": kept.code, "seen": 1, "draft": idea(minutes=9)}),
        ("adapt_strategy", {"strategy": "S01", "copy": uuid4()}),
        ("translate_strategy", {"strategy": "S01", "uuid": uuid4(), "language": "tr", "words": words()}),
        ("retire_strategy", {"strategy": kept.code}),
        ("bring_back_strategy", {"strategy": kept.code}),
    )
    for player, refusal in (
        (cast.maria, NotAllowed),
        (cast.samira, NotFound),
        (cast.other_therapist, NotFound),
    ):
        for act, told in calls:
            with pytest.raises(refusal):
                willow(act, player=player, **told)
    assert queries.strategy(cast.clinic.pk, kept.code) == kept


def test_a_starter_is_copied_not_changed_and_another_clinics_idea_is_unknown(cast, willow):
    for act, told in (("change_strategy", {"seen": 1, "draft": idea()}), ("retire_strategy", {})):
        with pytest.raises(actions.CameWithProduct):
            willow(act, strategy="S01", **told)
    theirs = {"player": cast.other_therapist, "clinic": cast.other_clinic.pk}
    kept = willow("add_strategy", strategy=uuid4(), draft=idea(), **theirs)
    with pytest.raises(NotFound):
        willow("retire_strategy", strategy=kept.code)
    with pytest.raises(NotFound):
        willow("adapt_strategy", strategy=kept.code, copy=uuid4())
    assert Strategy.objects.get(code=kept.code).retired_at is None
