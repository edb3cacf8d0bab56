"""What the bench sends, and a small visitor that sends it over one connection."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from alongside.config.bench import ideas

TOKEN = "t" * 32
Known = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One request: ``form`` makes it a POST. ``path`` begins with a slash."""

    session: str
    path: str
    form: dict[str, str] | None = None


class Visitor:
    """One connection to the server, with the cookies of whoever asks."""

    def __init__(self, port: int, known: Known) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=60)
        self.known = known

    def seconds(self, sent: Sent) -> float:
        """How long the answer took; any answer that is not meant ends the bench."""
        body = None if sent.form is None else urlencode(sent.form)
        began = time.perf_counter()
        status = self.status("GET" if body is None else "POST", sent, body)
        took = time.perf_counter() - began
        if status != (200 if body is None else 302):
            raise SystemExit(f"{sent.path} answered {status}")
        return took

    def status(self, method: str, sent: Sent, body: str | None) -> int:
        """Send it and read the whole answer."""
        self.connection.request(method, sent.path, body=body, headers=self._headers(sent))
        answer = self.connection.getresponse()
        answer.read()
        return answer.status

    def _headers(self, sent: Sent) -> dict[str, str]:
        cookies = f"{self.known['cookie']}={sent.session}; {self.known['csrf']}={TOKEN}"
        headers = {"Cookie": cookies, "Accept-Encoding": "gzip", "Accept": "text/html"}
        if sent.form is not None:
            headers |= {"X-CSRFToken": TOKEN, "Content-Type": "application/x-www-form-urlencoded"}
        return headers


def today(known: Known, number: int, _turn: int) -> Sent:
    """A parent opens the phone."""
    return Sent(session=known["carers"][number], path=known["today"][number])


def child_page(known: Known, number: int, _turn: int) -> Sent:
    """The therapist opens a child."""
    return Sent(session=known["therapist"], path=known["child"][number])


def golden_thread(known: Known, number: int, _turn: int) -> Sent:
    """The therapist follows a goal to the family's words and to what was seen since."""
    return Sent(session=known["therapist"], path=known["thread"][number])


def children(known: Known, _number: int, _turn: int) -> Sent:
    """The therapist's own fifty children."""
    return Sent(session=known["therapist"], path=known["list"])


def library(known: Known, number: int, _turn: int) -> Sent:
    """The therapist looks for an idea among five thousand, with a word and choices, and reads every count."""
    asked = {"q": ideas.ASKED[number % len(ideas.ASKED)], "minutes": "15", "age": "6"}
    return Sent(session=known["therapist"], path=f"{known['library']}?{urlencode(asked)}")


def search(known: Known, number: int, _turn: int) -> Sent:
    """The first three letters of some child's name."""
    typed = urlencode({"q": known["names"][number % len(known["names"])][:3]})
    return Sent(session=known["therapist"], path=f"{known['list']}?{typed}")


def write(known: Known, number: int, _turn: int) -> Sent:
    """A parent taps «We did it»."""
    return Sent(session=known["carers"][number], path=known["record"][number], form=entry(known, number))


def book(known: Known, number: int, turn: int) -> Sent:
    """The front desk books the next free time."""
    return Sent(session=known["desk"], path=known["book"][number], form=booking(known, turn))


def week(known: Known, _number: int, turn: int) -> Sent:
    """The front desk looks at next week: four therapists at a time, fifty visits each."""
    return Sent(session=known["desk"], path=f"{known['week']}?week={known['day']}&group={turn % 5}")


def entry(known: Known, number: int) -> dict[str, str]:
    """The form of one tap."""
    return {"uuid": str(uuid4()), "placement": known["placements"][number], "kind": "TRIED"}


def booking(known: Known, turn: int) -> dict[str, str]:
    """The form of one visit: ten times a working day, each turn a time that nobody has yet."""
    weeks, weekday = divmod(turn // 10, 5)
    today = datetime.now(UTC).date()
    day = today - timedelta(days=today.weekday()) + timedelta(weeks=4 + weeks, days=weekday)
    return {
        "uuid": str(uuid4()),
        "therapist": known["therapist_uuid"],
        "day": day.isoformat(),
        "time": f"{8 + turn % 10:02}:00",
        "minutes": "45",
        "weeks": "1",
    }
