"""What was noticed: strengths first, findings tied to their words, shared one by one."""

import pytest

from alongside.areas.evaluation import queries as evaluation
from alongside.core.capabilities import Capability
from tests.areas.programme import building


@pytest.fixture
def typed(new_uuid):
    return {
        "uuid": new_uuid(),
        "kind": "STRENGTH",
        "area": "dressing",
        "does": "Finds both socks himself",
        "noticed_on": "2026-11-20",
    }


def _seen(opened, cast):
    return evaluation.findings(opened(cast.hannah, Capability.READ_FINDINGS))


def test_a_strength_is_kept_once_however_often_it_is_sent(cast, hannah, url, opened, typed):
    for _time in range(2):
        assert hannah.post(url("add_finding"), typed).status_code == 302
    assert [one.does for one in _seen(opened, cast)] == ["Finds both socks himself"]


def test_a_finding_needs_a_place_and_the_page_keeps_what_was_typed(cast, hannah, url, opened, typed):
    answer = hannah.post(url("add_finding"), typed | {"kind": "FINDING", "does": "Pulls with one hand"})
    assert answer.status_code == 422
    assert "Pulls with one hand" in answer.content.decode()
    assert _seen(opened, cast) == ()


def test_the_family_sees_a_finding_once_it_is_shared(cast, hannah, url, opened):
    _priority, finding = building.noticed(cast, share=False)
    assert evaluation.findings(opened(cast.samira, Capability.READ_FINDINGS)) == ()
    assert hannah.post(url("share_findings"), {}).status_code == 422
    assert hannah.post(url("share_findings"), {"findings": [finding]}).status_code == 302
    assert len(evaluation.findings(opened(cast.samira, Capability.READ_FINDINGS))) == 1


def test_new_words_follow_the_earlier_ones(cast, hannah, url, opened, typed, new_uuid):
    hannah.post(url("add_finding"), typed)
    page = hannah.get(url("findings"), {"amend": typed["uuid"]}).content.decode()
    assert "Write it anew" in page
    again = typed | {"uuid": new_uuid(), "amends": typed["uuid"], "does": "Finds every sock"}
    assert hannah.post(url("add_finding"), again).status_code == 302
    assert [one.does for one in _seen(opened, cast)] == ["Finds every sock"]
