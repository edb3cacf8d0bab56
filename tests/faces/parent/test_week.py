"""Our week on the phone: drawn with few taps and no script, changed, paused and brought back."""

from html.parser import HTMLParser

import pytest

from alongside.areas.story import queries as story
from alongside.areas.story.values import ChangeKind, Goes
from alongside.core.capabilities import Capability
from tests.areas.story.drawing import two_homes

# At three seconds a tap, reading included, that is well under five minutes.
TAPS_AT_MOST = 25


class _Controls(HTMLParser):
    """What a browser would send of the form whose button says ``label``, when nothing is touched."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sent: list[tuple[str, str]] = []
        self.chips: set[tuple[str, str]] = set()
        self._box = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        name, kind = given.get("name") or "", given.get("type")
        if tag == "textarea":
            self.sent.append((name, ""))
        elif tag == "input" and name:
            if kind in {"radio", "checkbox"}:
                self.chips.add((name, given["value"]))
            if kind not in {"radio", "checkbox"} or "checked" in given:
                self.sent.append((name, given.get("value") or ""))


class Finger:
    """A person who taps on one page after the other, and counts."""

    def __init__(self, client, address: str) -> None:
        self.client, self.taps = client, 0
        self.open(address)

    def open(self, address: str) -> None:
        page = self.client.get(address, follow=True).content.decode()
        self._show(page)

    def tap(self, name: str, value: str) -> None:
        """One chip: a radio takes the place of what was chosen, a box is tapped in or out."""
        assert (name, value) in self.controls.chips, (name, value)
        self.taps += 1
        sent = self.controls.sent
        if (name, value) in sent:
            sent.remove((name, value))
            return
        if "routine" not in name and "days" not in name and "things" not in name:
            sent[:] = [one for one in sent if one[0] != name]
        sent.append((name, value))

    def press(self, address: str) -> None:
        """The button of the form; the page that follows is opened."""
        self.taps += 1
        body: dict[str, list[str]] = {}
        for name, value in self.controls.sent:
            body.setdefault(name, []).append(value)
        answer = self.client.post(address, body, follow=True)
        assert answer.status_code == 200, answer.content.decode()
        self._show(answer.content.decode())

    def _show(self, page: str) -> None:
        self.page = page
        main = page[page.index("<main") : page.index("</main>")]
        first = main[main.index("<form") : main.index("</form>")] if "<form" in main else ""
        self.controls = _Controls(first)

    def rows(self) -> list[str]:
        return [value for name, value in self.controls.sent if name == "row"]


@pytest.fixture
def read(cast, opened):
    def reading(player=cast.samira):
        return story.canvas(opened(player, Capability.READ_STORY))

    return reading


def test_an_ordinary_week_is_drawn_in_few_taps_without_script(samira, url, read):
    finger = Finger(samira, url("week"))
    finger.tap("routine", "play.indoor")
    finger.tap("routine", "screens")
    finger.tap("routine", "leave_house")
    finger.press(url("week_chips"))
    rows = finger.rows()
    assert len(rows) == 11
    for number, row in enumerate(rows):
        finger.tap(f"{row}-goes", ("WELL", "MIXED", "HARD")[number % 3])
    finger.tap(f"{rows[0]}-minutes_possible", "5")
    finger.tap(f"{rows[-1]}-energy", "0")
    finger.tap(f"{rows[-1]}-days", "6")
    finger.press(url("week_how"))
    [seen] = read()
    assert len(seen.routines) == 11
    assert seen.routines[0].minutes_possible == 5
    assert {one.goes for one in seen.routines} == set(Goes)
    assert seen.routines[-1].days == (0, 1, 2, 3, 4, 5)
    assert all(one.usual_at for one in seen.routines)
    assert finger.taps == 19
    assert finger.taps <= TAPS_AT_MOST


def test_the_chips_start_from_an_ordinary_week_of_a_child_of_this_age(samira, url):
    page = samira.get(url("week")).content.decode()
    assert 'value="morning.dress" checked' in page
    assert 'value="school_run" checked' in page
    assert 'value="screens" checked' not in page
    assert "school.lunch" not in page


def test_tapping_other_parts_later_keeps_what_was_said_of_the_rest(samira, url, read):
    samira.post(url("week_chips"), {"routine": ["bath", "bedtime"]})
    bath = read()[0].routines[0]
    samira.post(url("week_chips"), {"routine": ["bath", "snack"]})
    samira.post(url("week_chips"), {"routine": ["bath", "snack"]})
    kept = read()[0].routines
    assert [one.routine for one in kept] == ["snack", "bath"]
    assert kept[1].uuid == bath.uuid


def _row(moment, **changed):
    said = {"routine": moment.routine, "goes": "HARD", "minutes_possible": "3", "energy": "1",
            "usual_at": "18:30", "days": ["0", "1"], "attention": "NEARBY", "words": "Loud."}  # fmt: skip
    return {f"{moment.uuid}-{name}": value for name, value in (said | changed).items()}


def test_one_part_in_full_and_different_on_some_days(samira, cast, url, read):
    samira.post(url("week_chips"), {"routine": ["bath"]})
    [bath] = read()[0].routines
    assert samira.get(url("week_moment", moment=bath.uuid)).status_code == 200
    sent = _row(bath, who=[str(cast.grandma.uuid)], days=["0", "1", "2"])
    assert samira.post(url("week_moment", moment=bath.uuid), sent).status_code == 302
    [bath] = read()[0].routines
    assert (bath.days, bath.who, bath.words) == ((0, 1, 2), (cast.grandma.uuid,), "Loud.")
    samira.get(url("week_other_days", moment=bath.uuid))
    assert (
        samira.post(
            url("week_other_days", moment=bath.uuid), _row(bath, words="Calm.", days=["2", "6"])
        ).status_code
        == 302
    )
    assert [(one.days, one.words) for one in read()[0].routines] == [((0, 1), "Loud."), ((2, 6), "Calm.")]
    page = samira.get(url("week")).content.decode()
    assert "Mon, Tue · 18:30" in page
    assert "Amal" in page
    assert samira.post(url("drop_moment", moment=read()[0].routines[0].uuid)).status_code == 302
    assert [one.words for one in read()[0].routines] == ["Calm."]


def test_what_is_wrong_is_said_at_its_place_and_what_was_typed_stays(samira, url, read):
    samira.post(url("week_chips"), {"routine": ["bath"]})
    [bath] = read()[0].routines
    for odd in ("", "7", "x"):
        assert samira.post(url("week_moment", moment=bath.uuid), _row(bath, days=[odd])).status_code == 422
    answer = samira.post(url("week_moment", moment=bath.uuid), _row(bath, days=[], words="x" * 301))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Choose a day." in page
    assert "x" * 301 in page
    wrong = {"row": [str(bath.uuid)], **_row(bath, routine="siesta")}
    assert samira.post(url("week_how"), wrong).status_code == 422
    assert samira.post(url("week_how"), {}).status_code == 422
    assert samira.post(url("week_chips"), {"routine": ["siesta"]}).status_code == 422
    assert read()[0].routines[0] == bath


def test_pause_lighter_and_back_take_one_tap_each(samira, url, read, new_uuid):
    samira.post(url("week_chips"), {"routine": ["bath"]})
    page = samira.get(url("week")).content.decode()
    assert "We need a pause" in page
    assert "Lighter for now" in page
    samira.post(url("week_lighter"), {"uuid": str(new_uuid())})
    [change] = read()[0].changes
    assert change.kind is ChangeKind.LIGHTER
    assert samira.get(url("week")).content.decode().count("We are back") == 1
    samira.post(url("week_back", change=change.uuid))
    samira.post(url("week_pause"), {"uuid": str(new_uuid())})
    assert read()[0].changes[0].kind is ChangeKind.PAUSE
    wrong = {"uuid": str(new_uuid()), "from_on": "2026-12-24", "until_on": "2026-12-01"}
    answer = samira.post(url("week_pause"), wrong)
    assert answer.status_code == 422
    assert "Please choose a last day after the first." in answer.content.decode()


def test_a_holiday_that_is_known_stands_with_its_days(samira, url, new_uuid):
    samira.post(url("week_chips"), {"routine": ["bath"]})
    days = {"uuid": str(new_uuid()), "from_on": "2026-12-20", "until_on": "2027-01-04"}
    samira.post(url("week_pause"), days)
    assert "from Sunday 20 December to Monday 4 January" in samira.get(url("week")).content.decode()


def test_what_is_in_the_house_is_ticked_once(samira, url, read):
    page = samira.get(url("week_things")).content.decode()
    assert 'value="towel"' in page
    samira.post(url("week_things"), {"things": ["towel", "spoon"]})
    assert read()[0].things == {"towel", "spoon"}
    assert samira.post(url("week_things"), {"things": ["anvil"]}).status_code == 422
    samira.post(url("week_things"), {})
    assert read()[0].things == frozenset()


def test_grandma_reads_the_week_and_changes_nothing(sign_in, cast, samira, url):
    samira.post(url("week_chips"), {"routine": ["bath"]})
    grandma = sign_in(cast.grandma)
    page = grandma.get(url("week")).content.decode()
    assert "Bath time" in page
    assert "We need a pause" not in page
    assert grandma.get(url("week_how")).status_code == 403
    assert grandma.post(url("week_chips"), {"routine": []}).status_code == 403


def test_each_parent_draws_the_own_home_and_reads_nothing_of_the_other(
    cast, samira, karim, url, read, new_uuid
):
    hers, _ = two_homes(cast)
    samira.post(url("week_chips"), {"home": str(hers), "routine": ["bath"]})
    samira.post(url("week_pause"), {"home": str(hers), "uuid": str(new_uuid())})
    page = karim.get(url("week")).content.decode()
    assert "Dad’s" in page
    for word in ("Mum’s", "We are back", str(hers)):
        assert word not in page
    for name in ("week", "week_how", "week_things"):
        assert karim.get(url(name) + f"?home={hers}").status_code == 404
    assert karim.post(url("week_chips"), {"home": str(hers), "routine": []}).status_code == 404
    moment = read()[0].routines[0].uuid
    assert karim.get(url("week_moment", moment=moment)).status_code == 404
    assert karim.post(url("drop_moment", moment=moment)).status_code == 404
    assert karim.post(url("week_back", change=read()[0].changes[0].uuid)).status_code == 404
