"""The library at the desk: looking, reading, and writing a clinic's own ideas."""

import re
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from alongside.areas.library import actions, queries
from tests.areas.library.writing import idea, words
from tests.areas.review.loop import live_idea

LIBRARY = "/work/library/"


@pytest.fixture
def own(cast):
    """An idea of Willow House's own."""
    told = {"actor": cast.hannah.actor, "clinic": cast.clinic.pk, "at": cast.at}
    return actions.add_strategy(**told, strategy=uuid4(), draft=idea())


def text_of(client, address, **asked):
    return unescape(client.get(address, asked).content.decode())


def names_in(text):
    return re.findall(r'<h2 class="t0"><a href="/work/library/[^"]+">([^<]+)</a>', text)


def filled(client, address):
    """What the form of a page would send back as it stands."""
    page = client.get(address).context["page"]
    return {field.html_name: field.value() for field in page.form if field.value() not in (None, "", [])} | {
        "uuid": uuid4()
    }


def test_the_library_finds_by_words_and_says_what_each_choice_would_leave(cast, hannah, own):
    text = text_of(hannah, LIBRARY, q="towel ride")
    assert names_in(text)[0] == "Towel rides"
    assert "our own" in text
    found = queries.search(cast.clinic.pk, "", {"routine": ["bath"]})
    text = text_of(hannah, LIBRARY, routine="bath", nonsense="x")
    assert f"{found.total} ideas fit." in text
    assert len(names_in(text)) == min(found.total, queries.SHOWN)
    assert re.search(r'value="bath" checked>Bath time <span class="num">\d+</span>', text)
    both = text_of(hannah, LIBRARY, routine=["bath", "bedtime"], minutes="5", age="4")
    assert names_in(both)


@pytest.mark.parametrize(
    "asked", [{"q": "x" * 81}, {"q": "\x00"}, {"age": "99"}, {"routine": "nowhere"}, {"light": "red"}]
)
def test_odd_questions_let_everything_through(hannah, asked):
    assert len(names_in(text_of(hannah, LIBRARY, **asked))) == queries.SHOWN


def test_an_idea_shows_its_knobs_its_evidence_its_wordings_and_languages(cast, hannah, own):
    told = {"actor": cast.hannah.actor, "clinic": cast.clinic.pk, "at": cast.at, "strategy": own.code}
    actions.translate_strategy(**told, uuid=uuid4(), language="tr", words=words())
    actions.change_strategy(**told, seen=1, draft=idea(name="Sledge rides"))
    text = text_of(hannah, reverse("therapist:strategy", args=[own.code]))
    for said in (
        "Sledge rides",
        "Version 1",
        "Towel rides",
        "size or feel of things",
        "Havlu gezisi",
        "Our own",
    ):
        assert said in text
    assert "The idea changed since." in text
    assert "not of this idea and not of this child" in text
    assert "two hands together (b7602)" in text


def test_an_idea_is_written_and_every_sentence_of_the_lint_stands_at_its_field(cast, hannah):
    address = reverse("therapist:new_strategy")
    typed = filled(hannah, address) | {
        "name": "Towel rides", "summary": "Your child pulls teddy across the floor on a towel.",
        "words_that_help": "Off we go.", "notice": "They should pull", "steps": "Put teddy on.\nHold on.",
        "routine": "play.indoor", "domain": "gross_motor", "materials": "towel\n\n soft toy ",
        "easier_1_knob": "help", "easier_1_words": "Pull with them.", "easier_2_words": "Use a smaller towel.",
        "harder_1_knob": "time", "harder_1_words": "Ride for two minutes.", "harder_3_knob": "items",
        "harder_3_words": "Take two more toys.", "skill_1_name": "two hands together", "skill_1_icf": "b7602",
        "safety_1_code": "slip", "safety_1_note": "Dry floor.", "closer_1_when": "<4", "closer_1_level": "SIGHT",
    }  # fmt: skip
    answer = hannah.post(address, typed)
    text = unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Say it without “should”" in text
    assert "Write 3 to 6 of these." in text
    assert "Say which one knob each way turns." in text
    assert "They should pull" in text
    mended = {
        "steps": "Put teddy on.\nHold on.\nPull.",
        "notice": "Which hand pulls",
        "easier_2_knob": "material",
    }
    assert hannah.post(address, typed | mended).status_code == 302
    kept = queries.strategy(cast.clinic.pk, typed["uuid"])
    assert (kept.materials, kept.supervision.rules) == (("towel", "soft toy"), (("<4", "SIGHT"),))
    assert [way.knob for way in (*kept.ways_easier, *kept.ways_harder)] == [
        "help",
        "material",
        "time",
        "items",
    ]


def test_a_starter_is_copied_and_the_copy_changed_without_losing_a_word(cast, hannah):
    copied = hannah.post(reverse("therapist:adapt_strategy", args=["S01"]), {"uuid": uuid4()})
    address = copied.headers["Location"]
    code = queries.copy_of(cast.clinic.pk, "S01")
    assert address == reverse("therapist:change_strategy", args=[code])
    before = queries.strategy(cast.clinic.pk, code)
    assert hannah.post(address, filled(hannah, address)).status_code == 302
    assert queries.draft_of(queries.strategy(cast.clinic.pk, code)) == queries.draft_of(before)
    stale = filled(hannah, address) | {"name": "Wrap trail"}
    assert hannah.post(address, stale).status_code == 302
    assert queries.strategy(cast.clinic.pk, code).version == 2
    late = hannah.post(address, stale | {"name": "Another trail"})
    assert late.status_code == 422
    assert "Somebody changed this idea while you wrote" in late.content.decode()
    assert "Our copy of it" in text_of(hannah, reverse("therapist:strategy", args=["S01"]))


def test_an_idea_goes_out_of_the_library_and_comes_back(hannah, own):
    page = reverse("therapist:strategy", args=[own.code])
    hannah.post(reverse("therapist:retire_strategy", args=[own.code]))
    assert "Bring back" in text_of(hannah, page)
    assert own.name not in names_in(text_of(hannah, LIBRARY, q="towel rides"))
    hannah.post(reverse("therapist:bring_back_strategy", args=[own.code]))
    assert own.name in names_in(text_of(hannah, LIBRARY, q="towel rides"))


def test_words_in_another_language_are_kept_line_for_line(cast, hannah, own):
    address = reverse("therapist:translate_strategy", args=[own.code])
    told = words()
    several = {name: "\n".join(getattr(told, name)) for name in ("steps", "easier", "harder")}
    typed = {"uuid": uuid4(), "language": "tr", "name": told.name, "summary": told.summary} | several
    short = hannah.post(address, typed | {"steps": "Bir."})
    assert short.status_code == 422
    assert "Write 3 lines here" in short.content.decode()
    assert hannah.post(address, typed).status_code == 302
    assert "Havlu gezisi" in text_of(hannah, address, language="tr")


def test_the_owner_looks_after_the_library_and_others_do_not(cast, sign_in, own):
    olive = sign_in(cast.olive)
    assert "Change" in text_of(olive, reverse("therapist:strategy", args=[own.code]))
    assert reverse("therapist:library") in text_of(olive, reverse("desk:clinic"))
    for player in (cast.maria, cast.samira):
        assert sign_in(player).get(LIBRARY).status_code == 404
    theirs = sign_in(cast.other_therapist)
    assert theirs.get(reverse("therapist:change_strategy", args=[own.code])).status_code == 404
    assert theirs.post(reverse("therapist:retire_strategy", args=[own.code])).status_code == 404


def test_a_family_gives_its_idea_and_a_therapist_writes_it_for_everybody(cast, hannah, sign_in):
    placement = live_idea(cast, uuid4, title="Idris and the last pull")
    samira, page = sign_in(cast.samira), {"child": cast.idris, "placement": placement}
    give = reverse("parent:lend_idea", kwargs=page)
    assert give in text_of(samira, reverse("parent:idea", kwargs=page))
    assert "Every name is taken out" in text_of(samira, give)
    assert samira.post(give, {"answer": "yes"}).status_code == 302
    assert "Take it back" in text_of(samira, give)
    (given,) = queries.family_ideas(cast.clinic.pk)
    text = text_of(hannah, reverse("therapist:family_ideas"))
    assert "[child] and the last pull" in text
    assert "Idris" not in text
    address = reverse("therapist:new_strategy")
    begun = text_of(hannah, address, **{"from": given.uuid})
    assert "your child and the last pull" in begun
    assert str(given.uuid) in begun
    assert text_of(hannah, address, **{"from": "nonsense"})
    assert hannah.get(address, {"from": uuid4()}).status_code == 404
    assert samira.post(give, {"answer": "back"}).status_code == 302
    assert "None yet." in text_of(hannah, reverse("therapist:family_ideas"))
