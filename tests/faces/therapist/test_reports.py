"""Reports on the desk: begun, written in boxes, seen on paper, signed, shared, added to."""

import pymupdf
import pytest

from alongside.areas.review.queries import reports as read
from alongside.core.capabilities import Capability
from tests.areas.review.report_ways import CALM, WORDS, asked, noticed, registered

HTMX = {"HX-Request": "true"}


@pytest.fixture
def report(cast, opened):
    """The newest report as Hannah reads it."""

    def looked():
        look = opened(cast.hannah, Capability.READ_REPORTS)
        return read.report(look, read.reports(look)[0].uuid)

    return looked


@pytest.fixture
def begun(hannah, url, report, new_uuid):
    hannah.post(url("start_report"), {"uuid": new_uuid(), "kind": "PROGRESS"})
    return report()


@pytest.fixture
def typed(begun):
    known = {"from_on": begun.from_on.isoformat(), "until_on": begun.until_on.isoformat()}
    return {"version": begun.version, **known, **WORDS}


@pytest.fixture
def signed(cast, new_uuid, hannah, url, begun, typed):
    registered(cast, new_uuid)
    hannah.post(url("sign_report", begun.uuid), typed)
    return begun


def _text(answer) -> str:
    return " ".join(page.get_text() for page in pymupdf.open(stream=answer.content))


def test_a_report_is_begun_once_and_listed(cast, hannah, url, begun, new_uuid):
    again = hannah.post(url("start_report"), {"uuid": new_uuid(), "kind": "PROGRESS"})
    assert again.url == url("report", begun.uuid)
    assert "draft, saved" in hannah.get(url("reports")).content.decode()
    refused = hannah.post(url("start_report"), {"uuid": new_uuid(), "kind": "POEM"})
    assert refused.status_code == 422


def test_the_boxes_begin_empty_and_their_questions_stand_first(cast, hannah, url, begun, new_uuid):
    asked(cast, new_uuid)
    page = hannah.get(url("report", begun.uuid)).content.decode()
    assert CALM in page
    assert page.index(CALM) < page.index("Recommendations")
    assert "There are fewer strengths" not in page
    for box in ("family_next", "recommendations"):
        assert f'id="report_{box}"' in page


def test_it_saves_itself_and_keeps_what_was_typed_when_refused(hannah, url, begun, typed, report):
    kept = hannah.post(url("save_report", begun.uuid), typed, headers=HTMX)
    assert "Saved 08:00." in kept.content.decode()
    assert report().words["reason"] == WORDS["reason"]
    late = hannah.post(url("save_report", begun.uuid), typed | {"reason": "Late words"})
    assert late.status_code == 422
    assert "Late words" in late.content.decode()
    empty = hannah.post(url("save_report", begun.uuid), {"version": "x"}, headers=HTMX)
    assert empty.status_code == 422


def test_signing_needs_a_registration_and_words_in_some_boxes(cast, new_uuid, hannah, url, typed, report):
    refused = hannah.post(url("sign_report", report().uuid), typed)
    assert refused.status_code == 422
    assert "add your registration first" in refused.content.decode()
    registered(cast, new_uuid)
    assert hannah.post(url("sign_report", report().uuid), typed | {"reason": ""}).status_code == 422
    assert hannah.post(url("sign_report", report().uuid), typed).status_code == 302
    assert report().is_signed


def test_a_signed_report_is_shared_printed_and_added_to(cast, hannah, url, signed, report, new_uuid):
    page = hannah.get(url("report", signed.uuid)).content.decode()
    assert "It is as it was signed." in page
    assert "A carer with limits reads neither." in page
    hannah.post(url("share_report", signed.uuid))
    hannah.post(url("close_report", signed.uuid))
    added = {"uuid": new_uuid(), "words": "School asked for a copy."}
    hannah.post(url("add_to_report", signed.uuid), added)
    assert hannah.post(url("add_to_report", signed.uuid), {"uuid": new_uuid()}).status_code == 422
    seen = report()
    assert seen.shared_at
    assert seen.closed_at
    shown = hannah.get(url("report", signed.uuid)).content.decode()
    assert "School asked for a copy." in shown
    assert "Printed." in shown


def test_both_versions_open_as_papers_before_and_after_signing(cast, hannah, url, begun, typed, new_uuid):
    noticed(cast, new_uuid)
    for name, title in (("report_pdf", "Progress report"), ("report_family_pdf", "How it is going")):
        answer = hannah.get(url(name, begun.uuid))
        assert answer["Content-Type"] == "application/pdf"
        text = _text(answer)
        assert title in text
        assert "He makes us laugh" in text
        assert "Draft, not signed yet." in text
    registered(cast, new_uuid)
    hannah.post(url("sign_report", begun.uuid), typed)
    assert "Signed by Hannah Reid, HCPC OT000000" in _text(hannah.get(url("report_pdf", begun.uuid)))


def test_a_signed_report_refuses_a_late_save(hannah, url, signed, typed):
    late = hannah.post(url("save_report", signed.uuid), typed | {"reason": "Other"})
    assert late.status_code == 422
    assert "This report is signed." in late.content.decode()


def test_somebody_elses_therapist_finds_nothing(sign_in, cast, url, begun):
    for player, expected in ((cast.tom, 403), (cast.other_therapist, 404)):
        assert sign_in(player).get(url("report", begun.uuid)).status_code == expected
