"""The half-minute brief before a visit."""

from datetime import timedelta

import pytest

from alongside.areas.appointments import actions as appointments
from alongside.areas.appointments.values import NoteDraft
from alongside.areas.conversation import actions as conversation
from alongside.areas.conversation import queries as talk
from alongside.areas.practice import actions as practice
from alongside.areas.practice import queries as moments
from alongside.areas.review import queries
from alongside.core.brief import MOST_WORDS, RowCode
from alongside.core.capabilities import Capability
from alongside.core.moments import Help
from alongside.core.refusals import NotAllowed
from tests.areas.review.loop import tried


@pytest.fixture
def look(cast, opened):
    """Hannah's brief six days later, since the cast's Monday."""

    def looked(**given):
        later = cast.at + timedelta(days=6)
        child = opened(cast.hannah, Capability.READ_CLINICAL_NOTES, at=later)
        seen = queries.brief(child, cast.at + timedelta(hours=1), **given)
        return seen, {row.code: row for row in seen.rows}

    return looked


@pytest.fixture
def ask(cast, new_uuid):
    def asked(words):
        said = {"actor": cast.samira.actor, "child": cast.idris, "thread": new_uuid(), "at": cast.at}
        conversation.start_thread(**said)
        conversation.send_message(message=new_uuid(), words=words, **said)

    return asked


@pytest.fixture
def busy_week(cast, new_uuid, idea, ask):
    tried(cast, new_uuid, idea, days=1, words="Cross again.")
    ask("A card?")


def _signed_plan(cast, new_uuid, words):
    said = {"actor": cast.hannah.actor, "child": cast.idris, "visit": new_uuid(), "at": cast.at}
    appointments.book_visit(therapist=cast.hannah.uuid, starts_at=cast.at, minutes=45, **said)
    appointments.start_note(note=new_uuid(), **said)
    appointments.sign_note(draft=NoteDraft(version=1, next_plan=words), **said)


def test_four_rows_from_home_words_questions_and_the_plan(cast, new_uuid, idea, look, ask):
    tried(cast, new_uuid, idea, days=1, much=Help.A_LITTLE, words="The right heel still makes him cross.")
    tried(cast, new_uuid, idea, days=2, much=Help.BY_SELF)
    ask("Can we make a Tomorrow card?")
    _signed_plan(cast, new_uuid, "Shoes with stretchy laces.")
    seen, rows = look()
    assert rows[RowCode.AT_HOME].text.startswith("2 moments")
    assert rows[RowCode.THEY_SAID].text == "The right heel still makes him cross."
    assert rows[RowCode.THEY_SAID].who == "Samira"
    assert rows[RowCode.THEY_ASK].text == "Can we make a Tomorrow card?"
    assert rows[RowCode.YOU_PLANNED].text == "Shoes with stretchy laces."
    assert seen.words <= MOST_WORDS


def test_a_quiet_week_says_so_kindly(idea, look):
    _, rows = look()
    assert all(row.empty for row in rows.values())


def test_only_what_came_since_counts(cast, new_uuid, idea, look):
    tried(cast, new_uuid, idea, days=0, words="Before the last visit")
    tried(cast, new_uuid, idea, days=1)
    _, rows = look()
    assert rows[RowCode.AT_HOME].text.startswith("1 moment")
    assert rows[RowCode.THEY_SAID].empty


def test_the_newest_words_win_whoever_wrote_them_down(cast, new_uuid, idea, look):
    tried(cast, new_uuid, idea, days=1, words="Older words")
    practice.notice(
        actor=cast.karim.actor,
        child=cast.idris,
        noticing=new_uuid(),
        words="He asked for his coat.",
        at=cast.at + timedelta(days=2),
    )
    _, rows = look()
    assert (rows[RowCode.THEY_SAID].text, rows[RowCode.THEY_SAID].who) == ("He asked for his coat.", "Karim")


def test_what_the_page_has_read_is_not_read_again(cast, idea, busy_week, opened, django_assert_num_queries):
    child = opened(cast.hannah, Capability.READ_CLINICAL_NOTES, at=cast.at + timedelta(days=6))
    since = cast.at + timedelta(hours=1)
    read = {
        "entries": moments.last_entries(child),
        "noticings": moments.noticings(child),
        "asks": talk.asks(child),
        "plan": "",
    }
    fresh = queries.brief(child, since)
    with django_assert_num_queries(0):
        assert queries.brief(child, since, **read) == fresh


def test_many_words_stay_within_half_a_minute(cast, new_uuid, idea, look, ask):
    tried(cast, new_uuid, idea, days=1, words="word " * 300)
    for _ in range(3):
        ask("question " * 100)
    _signed_plan(cast, new_uuid, "plan " * 200)
    seen, _ = look()
    assert seen.words <= MOST_WORDS


@pytest.mark.parametrize("who", ["samira", "grandma"])
def test_the_brief_is_the_therapists(cast, opened, who):
    child = opened(getattr(cast, who), Capability.READ_PROGRAMME)
    with pytest.raises(NotAllowed):
        queries.brief(child, cast.at)
