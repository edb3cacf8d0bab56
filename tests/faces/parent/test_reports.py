"""Reports on the phone: in plain words, with the family's own words beside them."""

import pymupdf
import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.review.actions import reports as acts
from alongside.core.capabilities import Capability
from tests.areas.review.report_ways import CALM, asked, noticed, shared, signed

HERS = 'She said "it is true" & <more>.'


@pytest.fixture
def report(cast, new_uuid):
    priority = asked(cast, new_uuid)
    noticed(cast, new_uuid)
    return shared(cast, new_uuid, answers={priority: "The door is calmer now."})


@pytest.fixture
def write(url, report, new_uuid):
    def written(client, words):
        return client.post(url("say_beside", report=report.uuid), {"uuid": new_uuid(), "words": words})

    return written


def _text(answer) -> str:
    return " ".join(" ".join(page.get_text().split()) for page in pymupdf.open(stream=answer.content))


def test_the_plan_leads_to_what_was_shared(samira, url, report):
    assert url("reports") in samira.get(url("plan")).content.decode()
    page = samira.get(url("reports")).content.decode()
    assert "How it is going" in page
    assert url("report", report=report.uuid) in page


def test_their_question_comes_first_with_its_answer(samira, url, report):
    page = samira.get(url("report", report=report.uuid)).content.decode()
    assert page.index(CALM) < page.index("The door is calmer now.") < page.index("What Idris is good at")
    assert "He makes us laugh." in page
    assert "Recommendations" not in page


def test_the_family_writes_beside_it_and_puts_it_right(samira, karim, url, report, write):
    assert write(samira, HERS).status_code == 302
    mine = samira.get(url("report", report=report.uuid)).content.decode()
    assert "Change my words" in mine
    assert "&quot;it is true&quot; &amp; &lt;more&gt;." in mine
    theirs = karim.get(url("report", report=report.uuid)).content.decode()
    assert "&quot;it is true&quot; &amp; &lt;more&gt;." in theirs
    assert "Put my words beside it" in theirs
    write(samira, "It is true.")
    text = _text(samira.get(url("report_pdf", report=report.uuid)))
    assert "“It is true.” Samira" in text
    assert report.digest in text.replace(" ", "")


def test_an_empty_box_asks_for_words_and_a_printed_report_for_none(cast, samira, url, report, write):
    refused = write(samira, " ")
    assert refused.status_code == 422
    assert "or leave it as it is" in refused.content.decode()
    acts.close_report(actor=cast.hannah.actor, child=cast.idris, report=report.uuid, at=cast.at)
    late = write(samira, "Too late")
    assert late.status_code == 422
    assert "Too late" in late.content.decode()
    assert "<textarea" not in samira.get(url("report", report=report.uuid)).content.decode()


def test_what_is_not_shared_is_not_there(cast, samira, url, new_uuid):
    report = signed(cast, new_uuid)
    assert "Nothing is shared yet." in samira.get(url("reports")).content.decode()
    for name in ("report", "report_pdf"):
        assert samira.get(url(name, report=report.uuid)).status_code == 404


def test_a_carer_with_limits_and_a_grandmother_read_none(cast, karim, sign_in, url, report):
    said = {"actor": cast.hannah.actor, "child": cast.idris, "at": cast.at}
    circle.restrict_carer(person=cast.karim.uuid, named=(Capability.READ_PROGRAMME,), **said)
    for client in (karim, sign_in(cast.grandma)):
        for name in ("report", "report_pdf"):
            assert client.get(url(name, report=report.uuid)).status_code == 403
        assert url("reports") not in client.get(url("plan")).content.decode()
