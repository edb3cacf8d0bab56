"""What is done for a clinic stands on the trail with the roles held there, one's own things with none."""

from alongside.areas.trail import actions as trail
from alongside.areas.trail.models import TrailRow
from alongside.areas.trail.values import Kind


def test_a_line_about_a_clinic_names_the_roles_held_there_and_one_about_oneself_none(cast):
    olive = cast.olive.actor
    held = ",".join(sorted(hat.role for hat in olive.hats))
    trail.record_doing(olive, "tests.clinic", cast.clinic.pk, cast.at)
    trail.record_doing(olive, "tests.elsewhere", cast.other_clinic.pk, cast.at, Kind.READ)
    trail.record_doing(olive, "tests.own", None, cast.at)
    rows = TrailRow.objects.filter(person=olive.person, doing__startswith="tests.").order_by("pk")
    assert held
    assert [(row.doing, row.kind, row.roles, row.clinic, row.child) for row in rows] == [
        ("tests.clinic", "WRITE", held, cast.clinic.pk, None),
        ("tests.elsewhere", "READ", "", cast.other_clinic.pk, None),
        ("tests.own", "WRITE", "", None, None),
    ]
    assert {(row.person_name, row.at) for row in rows} == {(olive.name, cast.at)}
