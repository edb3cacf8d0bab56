"""The table of made-up clinics: every way beside the lowest bound, and a repair beside the greedy one."""

from alongside.config.slots.generate import made
from alongside.config.slots.table import Row, ill, table


def test_every_way_stands_beside_the_lowest_bound_of_its_clinic():
    ways = [("greedy", 80, 0), ("planner, 10 s", 90, 110), ("planner, 60 s", 95, 100)]
    rows = [
        Row(clinic="x", way=way, seconds=1, cpu=1, broken=0, points=points, bound=bound)
        for way, points, bound in ways
    ]
    lines = table(rows).splitlines()[2:]
    assert [line.split("|")[-2].strip() for line in lines] == ["80.00 %", "90.00 %", "95.00 %"]


def test_who_falls_ill_has_the_most_times():
    clinic = ill(made(3, 30, 2, seed=4))
    gone = next(one.id for one in clinic.therapists if not one.shifts)
    counts = [one.therapist for one in clinic.now]
    assert counts.count(gone) == max(counts.count(one.id) for one in clinic.therapists)
