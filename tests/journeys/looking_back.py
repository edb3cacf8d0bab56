"""Looking back together after ten weeks, with a disagreement, and two versions of one report."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pymupdf
from playwright.sync_api import expect

from tests.journeys.planning import GOAL
from tests.journeys.stage import Stage, choose, fill, press, sees

WELL = "He runs to the bench before I call."
BESIDE = "Grandad should know that the bench helps most."
NEXT = "Nour goes on with the bench. Hannah looks again in May."


def a_day_to_look_back_is_planned(stage: Stage) -> None:
    desk = stage.at_desk("look-back")
    fill(desk, planned_on="2027-02-12")
    press(desk, "Plan it")
    sees(desk, "Your view")


def both_write_their_view(stage: Stage) -> None:
    phone = stage.on_phone("look-back")
    phone.get_by_role("link", name="Add my view").click()
    fill(phone, went_well=WELL, child_words="I am fast.")
    press(phone, "Keep it for later")
    desk = stage.at_desk("look-back")
    expect(desk.get_by_text(WELL)).to_have_count(0)
    phone = stage.on_phone("look-back")
    phone.get_by_role("link", name="Add my view").click()
    press(phone, "Show it to Hannah")
    desk = stage.at_desk("look-back")
    sees(desk, WELL, "I am fast.")
    fill(desk, went_well="Both hands now do their own job.")
    press(desk, "Show it to the family")
    sees(stage.on_phone("look-back"), "Both hands now do their own job.")


def they_see_one_goal_differently(stage: Stage) -> None:
    desk = stage.at_desk("look-back")
    press(desk, "Keep the day")
    desk.get_by_text("What becomes of it?").first.click()
    desk.get_by_role("radio", name="It is reached").first.check(force=True)
    press(desk, "Propose this")
    phone = stage.on_phone("look-back")
    phone.get_by_text("We see it differently").first.click()
    phone.get_by_role("radio", name="Go on as it is").first.check(force=True)
    press(phone, "Say so, and talk about it")
    sees(stage.on_phone("look-back"), "Both views stay. There is time to talk.")
    sees(stage.at_desk("look-back"), "Both views stay. There is time to talk.")


def both_versions_are_signed(stage: Stage) -> None:
    desk = stage.at_desk("reports")
    choose(desk, "Kind of report", "Progress report")
    press(desk, "Begin, or go on")
    fill(desk, from_on="2026-12-01", until_on="2027-02-12")
    fill(
        desk,
        family_next=NEXT,
        reason="Nour asked how the shoes went.",
        recommendations="The bench by the door.",
    )
    press(desk, "Sign both versions")
    sees(desk, "It is as it was signed.")
    press(desk, "Share with the family")
    sees(desk, "Shared")


def the_family_writes_beside_it(stage: Stage) -> None:
    phone = stage.on_phone("reports")
    phone.get_by_role("link", name="2027").first.click()
    sees(phone, NEXT)
    fill(phone, words=BESIDE)
    press(phone, "Put my words beside it")
    sees(phone, BESIDE)
    desk = stage.at_desk("reports")
    desk.get_by_role("link", name="Progress report").click()
    press(desk, "Keep their words as they are, for printing")


def papers(stage: Stage, folder: Path) -> dict[str, bytes]:
    """The family's paper from the phone, the professional one from the desk; neither with an error of the checker."""
    phone, desk = stage.on_phone("reports"), stage.at_desk("reports")
    phone.get_by_role("link", name="2027").first.click()
    desk.get_by_role("link", name="Progress report").click()
    return {
        "family": _paper(phone, "Open as PDF", folder / "family.pdf"),
        "professional": _paper(desk, "For professionals", folder / "professional.pdf"),
    }


def _paper(page, link: str, file: Path) -> bytes:
    address = page.get_by_role("link", name=link).get_attribute("href")
    file.write_bytes(page.request.get(address).body())
    checker = Path(sys.executable).with_name("outloud")
    done = subprocess.run([checker, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "0 error(s), 0 warning(s)" in done.stdout
    return file.read_bytes()


def text(pdf: bytes) -> str:
    """Everything that can be read on a paper."""
    return " ".join(" ".join(page.get_text() for page in pymupdf.open(stream=BytesIO(pdf))).split())


def the_goal_changes_later(stage: Stage) -> None:
    desk = stage.at_desk()
    desk.get_by_role("link", name=GOAL, exact=True).first.click()
    desk.get_by_role("link", name="Suggest a change").first.click()
    fill(desk, title="Shoes and coat on", how_often="5 of 5 mornings", by_when="2027-05-14")
    press(desk, "Propose this goal")
    sees(desk, "The change that was proposed", "5 of 5 mornings")
    phone = stage.on_phone("plan")
    phone.get_by_role("link", name=GOAL).first.click()
    press(phone, "Yes")
    sees(phone, "5 of 5 mornings", "Friday 14 May")
    desk = stage.at_desk("reports")
    desk.get_by_role("link", name="Progress report").click()
    sees(desk, "It is as it was signed.")
