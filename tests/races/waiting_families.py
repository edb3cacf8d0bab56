"""Runs in a process of its own: for each line it reads, some of the families that were asked answer.

Prints how many answered. Two in three say no, so that times go on to the next family.
"""

import random
import sys


def answer(dice: random.Random) -> int:
    """Some families answer what is open for them."""
    from alongside.areas.waiting import actions as waiting
    from alongside.areas.waiting.models import Offer
    from alongside.config.demo import people
    from alongside.core.refusals import Refusal
    from tests.races.waiting_worker import last_at

    at, answered = last_at(), 0
    for offer in Offer.objects.filter(state="OPEN").select_related("child").order_by("pk"):
        if dice.random() < 0.5:
            continue
        number = offer.child.name.split()[0].removeprefix("Wait")
        parent = people.known(f"carer{number}@family.example").actor(at)
        told = {"actor": parent, "child": offer.child.uuid, "offer": offer.uuid, "at": at}
        try:
            if dice.random() < 2 / 3:
                waiting.decline_offer(**told)
            else:
                waiting.take_offer(**told, time=offer.times.get().time)
        except Refusal:
            continue  # It lapsed in this very moment.
        answered += 1
    return answered


if __name__ == "__main__":
    import django

    django.setup()
    dice = random.Random(5)
    for _ in sys.stdin:
        sys.stdout.write(f"{answer(dice)}\n")
        sys.stdout.flush()
