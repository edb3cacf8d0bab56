"""The thread on the therapist's pages: its own page without script, a part with it, and the loose ends."""

from html import unescape

import pytest

from alongside.areas.practice.values import SeenBy
from alongside.areas.wins.values import WinAbout
from tests.areas.programme import building
from tests.areas.review import threads

HTMX = {"HX-Request": "true"}
TITLE = "Both socks on before school"
PAGES = ["words", "finding", "goal", "idea", "note", "win"]


@pytest.fixture
def chain(cast, new_uuid):
    """One whole chain, by the names of the pages that begin from it."""
    words, finding = building.noticed(cast)
    goal = threads.goal_from(cast, new_uuid, words, finding)
    [idea] = threads.for_goal(cast, new_uuid, goal)
    won = threads.won(cast, new_uuid, WinAbout.IDEA, idea)
    note = threads.noted(cast, new_uuid, goal)
    return {"words": words, "finding": finding, "goal": goal, "idea": idea, "win": won, "note": note}


def _text(client, address, **more):
    answer = client.get(address, **more)
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.mark.parametrize("name", PAGES)
def test_from_each_thing_one_tap_shows_the_whole_chain(hannah, url, chain, name):
    text = _text(hannah, url(f"thread_of_{name}", chain[name]))
    for told in (
        building.PRIORITY,
        "Pulls the heel on with both hands",
        TITLE,
        threads.WIN,
        "1 in all: 1 win.",
    ):
        assert told in text
    assert "Idea 1" in text
    assert ("aria-current=true" in text.replace('"', "")) == (name not in {"note", "win"})


@pytest.mark.parametrize("name", PAGES)
def test_the_same_address_answers_with_a_part_to_a_script(hannah, url, chain, name):
    part = _text(hannah, url(f"thread_of_{name}", chain[name]), headers=HTMX)
    assert part.lstrip().startswith("<details")
    assert "<html" not in part
    assert building.PRIORITY in part


@pytest.mark.parametrize(
    ("page", "parts", "name"),
    [
        ("matters", (), "words"),
        ("findings", (), "finding"),
        ("goal", ("goal",), "goal"),
        ("programme", (), "idea"),
        ("note", ("note",), "note"),
        ("wins", (), "win"),
    ],
)
def test_each_page_leads_to_the_thread_of_what_it_shows(hannah, url, chain, page, parts, name):
    text = _text(hannah, url(page, *(chain[part] for part in parts)))
    assert f'href="{url(f"thread_of_{name}", chain[name])}"' in text.replace("href=/", 'href="/')


def test_a_gap_is_said_in_words(cast, new_uuid, hannah, url):
    [idea] = threads.for_goal(cast, new_uuid, None)
    text = _text(hannah, url("thread_of_idea", idea))
    assert "No goal yet for this idea." in text
    assert "No finding yet behind this idea." in text
    assert "No words of the family behind this idea yet." in text
    assert "Nobody told us anything about this yet." in text
    won = threads.won(cast, new_uuid, None, None)
    assert "This win belongs to no goal or idea yet." in _text(hannah, url("thread_of_win", won))
    note = threads.noted(cast, new_uuid)
    assert "no chain begins here" in _text(hannah, url("thread_of_note", note))


def test_what_is_for_the_therapist_alone_stays_folded(cast, new_uuid, hannah, url, chain):
    threads.noticed_at_home(cast, new_uuid, chain["idea"], "I cried too.", seen_by=SeenBy.TEAM)
    text = _text(hannah, url("thread_of_idea", chain["idea"]))
    folded = text[text.index("Only for you") :]
    assert "I cried too." in folded
    assert "I cried too." not in text[: text.index("Only for you")]


def test_nobody_else_opens_a_thread_or_the_loose_ends(cast, sign_in, url, chain):
    for player, answer in ((cast.samira, 403), (cast.tom, 403), (cast.other_therapist, 404)):
        client = sign_in(player)
        for address in (url("thread_of_goal", chain["goal"]), url("loose_ends")):
            assert client.get(address).status_code == answer


def test_loose_ends_are_listed_with_one_tap_to_mend_each(cast, new_uuid, hannah, url):
    words, finding = building.noticed(cast)
    text = _text(hannah, url("loose_ends"))
    assert f"{url('new_goal')}?words={words}" in text
    assert f"{url('new_goal')}?finding={finding}" in text
    goal = threads.goal_from(cast, new_uuid, words, finding)
    [idea] = threads.for_goal(cast, new_uuid, None)
    text = _text(hannah, url("loose_ends"))
    assert f"{url('programme')}?goal={goal}" in text
    assert f"{url('programme')}?open={idea}#o-{idea}" in text
    assert url("plan_probes", goal) in text
    assert building.PRIORITY not in text


def test_mending_begins_with_what_was_loose(cast, hannah, url):
    words, finding = building.noticed(cast)
    text = _text(hannah, f"{url('new_goal')}?words={words}&finding={finding}")
    assert building.PRIORITY in text
    chosen = text[text.index(str(finding)) :][:60]
    assert "selected" in chosen
    assert hannah.get(f"{url('new_goal')}?words=nonsense&finding=nonsense").status_code == 200


@pytest.mark.parametrize("page", ["goals", "programme"])
def test_goals_and_programme_load_the_loose_ends_or_lead_to_them(hannah, url, page):
    text = _text(hannah, url(page)).replace('"', "")
    assert f"hx-get={url('loose_ends')}" in text
    assert f"href={url('loose_ends')}" in text
    part = _text(hannah, url("loose_ends"), headers=HTMX)
    assert "No loose ends." in part
    assert "<html" not in part


def test_a_thread_page_takes_as_many_statements_for_many_ideas_as_for_one(
    cast, new_uuid, hannah, url, chain, django_assert_num_queries
):
    address = url("thread_of_words", chain["words"])
    hannah.get(address)
    for more in (0, 2):
        threads.for_goal(cast, new_uuid, chain["goal"], more)
        with django_assert_num_queries(14):
            hannah.get(address)
