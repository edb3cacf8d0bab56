"""A library of 5,000 ideas: the starters again and again under other names, half of them the measured clinic's own."""

from typing import Any

from alongside.config.bench.rows import Crowd, keep, table

IDEAS = 5_000
ASKED = ("socks", "cutting with scissors", "hair", "pencil", "waiting", "zip", "spoon", "big feelings")


def load_ideas(crowd: Crowd) -> None:
    """Fill the library and say that it changed, as every action does."""
    strategies = table("library.Strategy").objects
    starters = list(strategies.values())
    keep("library.Strategy", (_row(crowd, starters, number) for number in range(IDEAS - len(starters))))
    table("library.LibraryStamp").objects.update(stamp=crowd.uuid())


def _row(crowd: Crowd, starters: list[dict[str, Any]], number: int) -> dict[str, Any]:
    like = dict(crowd.dice.choice(starters))
    del like["id"]
    own = {"clinic_id": crowd.clinics[0].pk, "by_id": crowd.therapists[0].pk, "at": crowd.at}
    told = {"uuid": crowd.uuid(), "code": f"B{number}", "name": f"{like['name']} {number}"}
    return like | told | (own if number % 2 else {})
