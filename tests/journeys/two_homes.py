"""A child with two homes: a parent in each with a phone of their own, and each home's week drawn by taps."""

from dataclasses import dataclass
from typing import Any

from tests.journeys import beginning, looking_back
from tests.journeys.stage import Stage, fill, press, sees
from tests.journeys.taps import Thumb

DAD = "ziad@family.example"
MUMS, DADS = "Mum’s", "Dad’s"
PAGES = (
    "today", "plan", "plan/why", "plan/paper", "paper", "week", "homes", "story", "matters", "family",
    "family/noticed", "family/who-looked", "visits", "talk", "wins", "reports", "look-back",
)  # fmt: skip
PAPERS = ("plan/paper", "paper/school")


@dataclass
class Houses:
    """The stage, and the phone of the parent in the other home."""

    stage: Stage
    other: Any

    def on_other(self, page: str) -> Any:
        """Open a page of the family on the phone in the other home."""
        self.other.goto(f"/family/{self.stage.child}/{page}/")
        return self.other


def begin_in_the_first_home(stage: Stage) -> None:
    stage.at("2026-11-29 21:10")
    beginning.a_visitor_tells_a_story(stage)
    stage.at("2026-11-30 09:00")
    beginning.the_desk_answers(stage)
    beginning.the_desk_begins_with_the_family(stage)
    stage.at("2026-11-30 18:30")
    beginning.the_carer_comes_in(stage)
    beginning.the_carer_says_what_matters(stage)


def the_other_parent_comes_in(houses: Houses) -> None:
    stage = houses.stage
    desk = stage.sit_down("Maria Silva")
    desk.goto(f"/clinic/families/{stage.child}/")
    fill(desk, name="Ziad Haddad", email=DAD, relation="Dad")
    desk.get_by_label("Responsible for the child, so their yes counts").check()
    press(desk, "Send the invitation")
    sees(desk, "Ziad Haddad")
    beginning.come_in_by_letter(stage, houses.other, DAD)
    sees(houses.other, "Hello, Ziad")


def each_names_a_home(houses: Houses) -> tuple[Thumb, Thumb]:
    """The thumbs that go on to draw."""
    thumbs = Thumb(houses.stage.on_phone("today")), Thumb(houses.on_other("today"))
    for thumb, name in zip(thumbs, (MUMS, DADS), strict=True):
        thumb.follow("Family")
        thumb.follow("Homes")
        thumb.type("What do you call this home?", name)
        thumb.press("Add this home")
        sees(thumb.page, name)
    return thumbs


def mum_draws_her_week(thumb: Thumb) -> None:
    thumb.follow("The week here")
    for chip in ("Out of the door", "School work at home"):
        thumb.chip(chip)
    thumb.press("That is our week")
    _how(thumb, "Getting dressed", goes="Hard going", minutes="3")
    _how(thumb, "Breakfast", goes="Goes well", minutes="5")
    _how(thumb, "Out of the door", goes="Hard going", minutes="5")
    _how(thumb, "Tea time", goes="Up and down", minutes="5")
    _how(thumb, "Bath time", goes="Goes well", minutes="10")
    _how(thumb, "Bedtime", goes="Up and down", minutes="5")
    thumb.press("Keep our week")
    _the_time(thumb, "15")
    _the_things(thumb, "stickers")


def dad_draws_his_week(thumb: Thumb) -> None:
    thumb.follow("The week here")
    for chip in ("School work at home", "On the way to school", "Home from school"):
        thumb.chip(chip)
    thumb.press("That is our week")
    _how(thumb, "Getting dressed", goes="Goes well", minutes="5")
    _how(thumb, "Playing outside", goes="Goes well", minutes="15")
    for name in ("Getting dressed", "Breakfast", "Tea time", "Bath time", "Bedtime"):
        _only_at_weekends(thumb, name)
    thumb.press("Keep our week")
    _the_time(thumb, "20")
    _the_things(thumb)


def neither_sees_the_other_home(houses: Houses) -> int:
    """Every page of both phones, without the other home's name and ideas, and no way into its week. Pages looked at."""
    stage = houses.stage
    mine, theirs = _of_home(stage.on_phone("plan/why")), _of_home(houses.on_other("plan/why"))
    homes = [_home_of(stage.on_phone("homes")), _home_of(houses.on_other("homes"))]
    assert theirs - mine or mine - theirs
    for page in PAGES:
        _is_silent_about(stage.on_phone(page), {DADS, *(theirs - mine)})
        _is_silent_about(houses.on_other(page), {MUMS, *(mine - theirs)})
    for paper in PAPERS:
        address = f"/family/{stage.child}/{paper}.pdf"
        assert not _named(stage.phone.request.get(address), {DADS, *(theirs - mine)})
        assert not _named(houses.other.request.get(address), {MUMS, *(mine - theirs)})
    for phone, home in ((stage.phone, homes[1]), (houses.other, homes[0])):
        answer = phone.request.get(f"/family/{stage.child}/week/?home={home}")
        assert answer.status == 404
    return 2 * (len(PAGES) + len(PAPERS))


def _named(answer: Any, words: set[str]) -> list[str]:
    """Which of these words stand on a sheet."""
    assert answer.headers["content-type"] == "application/pdf", answer.url
    read = looking_back.text(answer.body())
    return [one for one in words if one in read]


def _is_silent_about(phone: Any, words: set[str]) -> None:
    read = phone.locator("html").inner_text()
    assert [one for one in words if one in read] == [], phone.url


def _of_home(phone: Any) -> set[str]:
    """The ideas on the page of the week."""
    return {title.inner_text().strip() for title in phone.get_by_role("region").get_by_role("link").all()}


def _home_of(phone: Any) -> str:
    address = phone.get_by_role("link", name="The week here").get_attribute("href")
    return str(address.split("home=")[1])


def _how(thumb: Thumb, routine: str, *, goes: str, minutes: str) -> None:
    card = thumb.page.get_by_role("region", name=routine)
    thumb.chip(goes, card.get_by_role("group", name="How does it go?"))
    thumb.chip(f"{minutes} min", card.get_by_role("group", name="Minutes that may be free in it"))


def _only_at_weekends(thumb: Thumb, routine: str) -> None:
    card = thumb.page.get_by_role("region", name=routine)
    thumb.open("Energy, days, who is there", card)
    for day in ("Mon", "Tue", "Wed", "Thu", "Fri"):
        thumb.chip(day, card.get_by_role("group", name="On which days?"))


def _the_time(thumb: Thumb, minutes: str) -> None:
    thumb.chip(f"{minutes} min", thumb.page.get_by_role("group", name="Minutes a day, all together"))
    thumb.press("Keep this")
    sees(thumb.page, "We plan within that.")


def _the_things(thumb: Thumb, *besides: str) -> None:
    thumb.follow("What is in the house")
    for thing in besides:
        thumb.chip(thing)
    thumb.press("That is what we have")
    sees(thumb.page, "We only plan with what you have.")
