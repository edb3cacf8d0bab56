"""A regular time from the wish to two calendars: said, found, offered, taken, moved, given back, and passed on."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from playwright.sync_api import expect

from tests.journeys.looking import WIDTHS, sideways
from tests.journeys.stage import LONDON, Stage, press, sees
from tests.journeys.taps import Thumb

CLOCKS_CHANGE = datetime(2027, 3, 28, 2, tzinfo=LONDON)
# Easter Monday, a Monday of the Easter holidays alone, and May Day.
HOLIDAYS = {date(2027, 3, 29), date(2027, 4, 5), date(2027, 5, 3)}
SAID = "15:15 to 17:30 on Mon, Tue, Thu, Fri. Never Wednesday."
TAPS_AT_MOST = 3
_TITLE = re.compile(r"(\d+ \w+), (\d+:\d\d) with Hannah")


@dataclass
class Diary:
    """The stage, and the phone of a family that waits with the address of its child."""

    stage: Stage
    other: Any
    ivy: str = ""


def fits(page: Any) -> None:
    """Nobody has to scroll sideways, on a phone or at a desk."""
    own = page.viewport_size
    assert [trouble for width in WIDTHS for trouble in sideways(page, width)] == [], page.url
    page.set_viewport_size(own)


def the_desk_rests_in_school_holidays(stage: Stage) -> None:
    """The clinic keeps the holidays of its schools free from now on."""
    desk = stage.sit_down("Maria Silva")
    desk.goto("/clinic/about/times/rules/")
    desk.get_by_label("We work in school holidays").uncheck()
    press(desk, "Keep the rules")
    desk.goto("/clinic/about/times/rules/")
    expect(desk.get_by_label("We work in school holidays")).not_to_be_checked()
    fits(desk)


def the_desk_puts_the_family_on_the_list(stage: Stage) -> None:
    desk = stage.desk
    desk.goto(f"/clinic/families/{stage.child}/")
    desk.get_by_role("link", name="Waiting list").click()
    sees(desk, "Put Sami on the list")
    press(desk, "Put on the list")
    sees(desk, "Sami is on the list.")
    fits(desk)


def the_family_says_when_it_could_come(stage: Stage) -> Thumb:
    """After school any day but Wednesday."""
    phone = stage.on_phone("visits")
    sees(phone, "No visit is booked right now.", "Not said yet. It helps the clinic find a time.")
    phone.get_by_role("link", name="When we could come").click()
    sees(phone, "When could you come?")
    fits(phone)
    thumb = Thumb(phone)
    thumb.chip("Any day", phone.get_by_role("group", name="After school"))
    thumb.chip("Wed", phone.get_by_role("group", name="Days that never go"))
    thumb.press("Keep this")
    sees(phone, "Kept. We look for times inside these.", SAID)
    fits(phone)
    return thumb


def the_desk_offers_three(stage: Stage) -> list[str]:
    """The titles of the three regular times."""
    desk = stage.desk
    desk.goto("/clinic/waiting/")
    fits(desk)
    desk.locator(f"a[href*='{stage.child}']").first.click()
    sees(desk, "Sami waits for a time")
    desk.get_by_role("link", name="Find a regular time").click()
    sees(desk, "A regular time for Sami", "10 visits, 45 minutes, with Hannah", "Best three fits")
    sees(desk, f"They can do {SAID}")
    fits(desk)
    titles = desk.locator("label.offer strong").all_inner_texts()
    press(desk, "Offer all three, let them choose")
    sees(desk, "Offered. The family chooses with one tap.", "Held until", *titles)
    fits(desk)
    return titles


def the_family_takes_one(stage: Stage, titles: list[str]) -> str:
    """With one tap, on a card that names the holidays it skips. A Monday: another family waits for Thursdays."""
    phone = stage.on_phone("visits")
    phone.get_by_role("link", name="The clinic holds times for you").click()
    sees(phone, "Choose a time", "We hold this for you until", *titles)
    fits(phone)
    chosen = next(title for title in titles if title.startswith("Monday"))
    card = phone.get_by_role("listitem").filter(has=phone.get_by_role("heading", name=chosen, exact=True))
    expect(card).to_contain_text("Skips Easter Monday, Easter holidays and May Day.")
    thumb = Thumb(phone)
    thumb.press("Take this one", card)
    sees(phone, "It is yours. We look forward to seeing you.")
    fits(phone)
    assert thumb.taps == 1
    return chosen


def dates_of(phone: Any) -> list[tuple[datetime, bool]]:
    """What the family's page lists, earliest first: when, and whether it does not take place."""
    coming = [(_instant(title), False) for title in phone.locator("section h3").all_inner_texts()]
    earlier = phone.locator("details:has(summary:has-text('Earlier')) li")
    gone = [(_instant(one.text_content()), one.locator(".tag").count() > 0) for one in earlier.all()]
    return sorted(coming + gone)


def the_dates_skip_holidays_and_keep_their_wall_time(stage: Stage, title: str) -> None:
    """No holiday, of school or of all, is among them, the hour never moves, and the desk's list says the same."""
    dates = [at for at, _off in dates_of(stage.on_phone("visits"))]
    assert len(dates) == 10
    assert {f"{at:%A}s, {at:%-H:%M}" for at in dates} == {title}
    days, week = {at.date() for at in dates}, timedelta(days=7)
    spring = {dates[0].date() + step * week for step in range(len(dates) + len(HOLIDAYS))}
    assert spring - days == HOLIDAYS
    assert dates[0] < CLOCKS_CHANGE < dates[-1]
    assert dates[0].utcoffset() != dates[-1].utcoffset()
    desk = stage.desk
    desk.goto(f"/clinic/families/{stage.child}/")
    desk.get_by_role("link", name=said(dates[0])).click()
    desk.get_by_role("link", name="The regular time").click()
    sees(desk, "All its visits")
    told = desk.locator("section ol li a").all_inner_texts()
    assert [line.partition("–")[0] for line in told] == [said(at) for at in dates]
    fits(desk)


def the_desk_moves_one(stage: Stage) -> datetime:
    """The second visit goes to the day after, at the same time. When it is now."""
    desk, at = stage.desk, dates_of(stage.phone)[1][0]
    moved = at + timedelta(days=1)
    desk.get_by_role("link", name=said(at)).click()
    form = desk.get_by_role("form", name="Move it")
    form.locator("[name=day]").fill(f"{moved:%Y-%m-%d}")
    fits(desk)
    press(desk, "Move")
    sees(desk, said(moved))
    fits(desk)
    dates = [when for when, _off in dates_of(stage.on_phone("visits"))]
    assert moved in dates
    assert at not in dates
    return moved


def the_family_gives_one_back(stage: Stage) -> datetime:
    """A visit after the clocks have changed. No reason is asked."""
    phone = stage.on_phone("visits")
    at = next(when for when, _off in dates_of(phone) if when > CLOCKS_CHANGE)
    line = phone.get_by_role("listitem").filter(has_text=f"{at:%-d %B}, ")
    thumb = Thumb(phone)
    thumb.open("Change, or not coming", line)
    thumb.follow("Not this time", line)
    sees(phone, "Not this time?", "No reason needed.")
    fits(phone)
    thumb.press("Yes, we cannot come")
    sees(phone, "Thank you for telling us. The time is free again.")
    fits(phone)
    assert thumb.taps <= TAPS_AT_MOST
    assert (at, True) in dates_of(phone)
    return at


def the_worker_runs(stage: Stage) -> None:
    """Everything that is due happens, by the clock of the stage."""
    stage.home.run("-m", "alongside", "work", "--once")


def the_waiting_family_takes_it(diary: Diary, at: datetime) -> None:
    phone = diary.other
    phone.goto(f"/family/{diary.ivy}/visits/")
    phone.get_by_role("link", name="The clinic holds times for you").click()
    sees(phone, "A time for you", f"{at:%A %-d %B, %-H:%M}", "with Hannah")
    fits(phone)
    thumb = Thumb(phone)
    thumb.press("Take this one")
    sees(phone, "It is yours. We look forward to seeing you.")
    assert thumb.taps == 1
    assert dates_of(phone) == [(at, False)]
    fits(phone)
    desk = diary.stage.desk
    desk.goto("/clinic/waiting/freed/")
    desk.get_by_role("link", name=f"{at:%a %-d %b, %H:%M}").click()
    sees(desk, "Freed by a visit of Sami", "Offered to Ivy", "Taken by Ivy")
    fits(desk)


def the_carers_link(stage: Stage) -> str:
    """Made on the phone; its address is shown this once."""
    phone = stage.on_phone("visits")
    phone.get_by_role("link", name="Put visits in your own calendar").click()
    fits(phone)
    return _link(phone)


def the_therapists_link(stage: Stage) -> str:
    desk = stage.sit_down("Hannah Reid")
    desk.goto("/work/calendar/")
    fits(desk)
    return _link(desk)


def weeks_of(desk: Any, first: datetime, last: datetime) -> list[datetime]:
    """When the pages of the week list a visit of the therapist who sits there: the ones that open with a tap."""
    found, monday = [], first.date() - timedelta(days=first.weekday())
    while monday <= last.date():
        desk.goto(f"/clinic/week/?week={monday.isoformat()}")
        for number, day in enumerate(desk.locator(".week > section").all()):
            for clock in day.locator("li.slot a[href*='/visits/'] .num").all_inner_texts():
                on = monday + timedelta(days=number)
                found.append(datetime.strptime(f"{on} {clock}", "%Y-%m-%d %H:%M").replace(tzinfo=LONDON))
        fits(desk)
        monday += timedelta(days=7)
    return sorted(found)


def said(at: datetime) -> str:
    """A time as the desk says it: "Tuesday 2 February, 15:45"."""
    return f"{at:%A %-d %B, %H:%M}"


def _link(page: Any) -> str:
    press(page, "Make my link")
    sees(page, "We show it this once. Whoever has it can read it.")
    fits(page)
    return str(page.get_by_label("Or copy this address").input_value())


def _instant(title: str) -> datetime:
    found = _TITLE.search(title)
    assert found, title
    return datetime.strptime(f"{found[1]} 2027 {found[2]}", "%d %B %Y %H:%M").replace(tzinfo=LONDON)
