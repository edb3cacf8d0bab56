"""The plan, on the phone and on paper."""

from alongside.core.capabilities import Capability
from tests.areas.programme import building


def test_goals_routines_and_what_waits(samira, url, cast, goal, idea, card):
    waits = building.offered(cast, strategy="S02", routine="bath")
    page = samira.get(url("plan")).content.decode()
    assert "Waiting for your yes" in page
    assert page.count(waits.title) == 2
    assert "Both socks on before school" in page
    assert "Getting dressed" in page
    assert page.index("Getting dressed") < page.index("Bedtime")


def test_an_empty_plan_asks_what_would_help(samira, url):
    page = samira.get(url("plan")).content.decode()
    assert "What would make an ordinary day better?" in page
    assert "Print or share" not in page


def test_drafts_stay_with_the_therapist(samira, url, cast):
    building.place(cast)
    assert "Nothing to do yet." in samira.get(url("plan")).content.decode()


def test_paper_and_pdf_hold_the_same_plan(samira, url, goal, idea):
    paper = samira.get(url("family_plan")).content.decode()
    assert "Idris’s plan" in paper
    assert idea.title in paper
    assert "We change the plan, not the child." in paper
    pdf = samira.get(url("family_plan_pdf"))
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")


def test_grandma_says_yes_to_nothing(sign_in, cast, url, idea):
    building.offered(cast, routine="bath")
    page = sign_in(cast.grandma).get(url("plan")).content.decode()
    assert idea.title in page
    assert "for your yes" not in page


def test_a_restricted_carer_sees_ideas_and_no_goals(karim, url, goal, idea, restrict):
    restrict(Capability.READ_PROGRAMME)
    page = karim.get(url("plan")).content.decode()
    assert idea.title in page
    assert "Both socks" not in page
    assert building.PRIORITY not in page
    restrict(Capability.READ_GOALS)
    assert karim.get(url("plan")).status_code == 403


def test_another_family_finds_no_plan(sign_in, cast, url):
    other = sign_in(cast.other_parent)
    for name in ("plan", "family_plan", "family_plan_pdf"):
        assert other.get(url(name)).status_code == 404
