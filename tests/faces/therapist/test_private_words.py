"""A private word of the family is folded on pages that are often looked at together."""

import pytest

from alongside.areas.practice import actions as practice
from alongside.areas.practice.values import SeenBy


@pytest.mark.parametrize("seen_by", [SeenBy.TEAM, SeenBy.ALL])
def test_the_words_for_the_therapist_alone_are_folded(cast, hannah, url, visit, new_uuid, seen_by):
    said = {"actor": cast.samira.actor, "child": cast.idris, "noticing": new_uuid(), "at": cast.at}
    practice.notice(**said, words="I cried too.", seen_by=seen_by)
    for page in (url("child"), url("note", visit.uuid)):
        text = hannah.get(page).content.decode()
        assert "I cried too." in text
        assert ("Only for you" in text) is (seen_by is SeenBy.TEAM)
