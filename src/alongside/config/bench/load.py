"""Runs in a process of its own: fills an empty data folder, counts statements, prints what the bench needs to know."""

import json
import random
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from alongside.config.bench.ideas import IDEAS
from alongside.config.bench.rows import FEW, MANY
from alongside.config.set_up import set_up

MEASURED = range(2, 50)


def main(children: int, entries: int) -> None:
    """Fill, count and tell."""
    set_up()
    from alongside.config.bench import history, ideas, rows  # tables exist only after set-up

    crowd = rows.Crowd(at=datetime.now(UTC), dice=random.Random(11))  # noqa: S311  # rows that repeat, no secrets
    _faster()
    rows.load_people(crowd, children)
    rows.load_children(crowd, children)
    placed = history.load_plans(crowd)
    history.load_visits(crowd)
    history.load_talk(crowd)
    history.load_entries(crowd, placed, entries)
    history.load_trail(crowd)
    ideas.load_ideas(crowd)
    _settle()
    known = _known(crowd, placed)
    json.dump(known | {"statements": _statements(known)}, sys.stdout)


def _faster() -> None:
    """Nobody needs these rows after a power cut; the server that is measured later waits for the disk as ever."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")


def _settle() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _known(crowd: Any, placed: list[Any]) -> dict[str, Any]:
    from django.conf import settings
    from django.urls import reverse

    from alongside.config.bench.history import QUIET

    children = crowd.children[:50]
    return {
        "cookie": settings.SESSION_COOKIE_NAME,
        "csrf": settings.CSRF_COOKIE_NAME,
        "therapist": _session(crowd.therapists[0]),
        "few_children": _session(crowd.therapists[-1]),
        "desk": _session(crowd.desks[0]),
        "carers": [_session(carer) for carer in crowd.carers[:50]],
        "today": [reverse("parent:today", args=[child.uuid]) for child in children],
        "record": [reverse("parent:record", args=[child.uuid]) for child in children],
        "placements": [str(placement.uuid) for placement in placed[:50]],
        "child": [reverse("therapist:child", args=[child.uuid]) for child in children],
        "thread": [
            reverse("therapist:thread_of_goal", args=[idea.child.uuid, idea.goal_id]) for idea in placed[:50]
        ],
        "list": reverse("therapist:children"),
        "names": [child.name for child in crowd.children[:2000:40]],
        "library": reverse("therapist:library"),
        "week": reverse("desk:week"),
        "day": (crowd.at.date() + timedelta(weeks=1)).isoformat(),
        "quiet": (crowd.at.date() - QUIET).isoformat(),
        "book": [reverse("desk:book", args=[child.uuid]) for child in children],
        "therapist_uuid": str(crowd.therapists[0].uuid),
    }


def _session(person: Any) -> str:
    """The key of a session signed in with two factors, as staff must be."""
    from django.conf import settings

    from alongside.adapters.sessions import SessionStore

    session = SessionStore()
    session["_auth_user_id"] = str(person.pk)
    session["_auth_user_backend"] = settings.AUTHENTICATION_BACKENDS[0]
    session["_auth_user_hash"] = person.get_session_auth_hash()
    session["account_authentication_methods"] = [{"method": "mfa", "at": 0}]
    session["account_authentication_methods_user"] = str(person.pk)
    session.create()
    return str(session.session_key)


def _statements(known: dict[str, Any]) -> dict[str, tuple[int, int]]:
    """Statements of each page without BEGIN and COMMIT: with few rows on it, and with many."""
    carers = known["carers"]
    asked: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
        "Today": ((carers[FEW], known["today"][FEW]), (carers[MANY], known["today"][MANY])),
        "child page": ((known["therapist"], known["child"][FEW]), (known["therapist"], known["child"][MANY])),
        "golden thread": (
            (known["therapist"], known["thread"][FEW]),
            (known["therapist"], known["thread"][MANY]),
        ),
        "list of 50 children": ((known["few_children"], known["list"]), (known["therapist"], known["list"])),
        "search by name": (
            (known["therapist"], f"{known['list']}?q={known['names'][0].replace(' ', '+')}"),
            (known["therapist"], f"{known['list']}?q={known['names'][0][:2]}"),
        ),
    }
    asked["week of 20 therapists"] = (
        (known["desk"], f"{known['week']}?week={known['quiet']}&group=0"),
        (known["desk"], f"{known['week']}?week={known['day']}&group=0"),
    )
    library = known["library"]
    asked["library search at 5,000 strategies"] = (
        (known["therapist"], f"{library}?q={IDEAS - 200}"),
        (known["therapist"], f"{library}?q=s&routine=bath"),
    )
    _count(known, known["therapist"], library)  # the first look of a process also builds the index
    counted = {name: (_count(known, *few), _count(known, *many)) for name, (few, many) in asked.items()}
    return counted | _write_statements(known)


def _write_statements(known: dict[str, Any]) -> dict[str, tuple[int, int]]:
    from alongside.config.bench.visitor import booking, entry

    sent = {
        "write one entry": (known["carers"], known["record"], lambda number: entry(known, number)),
        "book a visit": (
            [known["desk"]] * 2,
            known["book"],
            lambda number: booking(known, 900 + number),
        ),
    }
    return {
        name: (
            _count(known, sessions[FEW], paths[FEW], make(FEW)),
            _count(known, sessions[MANY], paths[MANY], make(MANY)),
        )
        for name, (sessions, paths, make) in sent.items()
    }


def _count(known: dict[str, Any], session: str, path: str, form: dict[str, str] | None = None) -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(SERVER_NAME="localhost")
    client.cookies[known["cookie"]] = session
    send: Callable[..., Any] = client.get if form is None else client.post
    with CaptureQueriesContext(connection) as asked:
        answer = send(path, form)
    if answer.status_code not in (200, 302):
        raise SystemExit(f"{path} answered {answer.status_code}")
    words = [query["sql"].split()[0] for query in asked.captured_queries]
    return sum(word not in ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE") for word in words)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
