"""Reading many at once: what a list of children asks for, in one statement each."""

from datetime import date
from uuid import uuid4

from alongside.areas.circle import actions as circle
from alongside.areas.circle import queries
from alongside.areas.circle.models import Child
from alongside.areas.circle.values import ChildDraft
from alongside.core.capabilities import Capability


def _register(cast, *names):
    for name in names:
        draft = ChildDraft(uuid=uuid4(), name=name, short_name=name.split()[0], born_on=date(2020, 5, 1))
        circle.register_child(actor=cast.maria.actor, clinic=cast.clinic.pk, draft=draft, at=cast.at)


def _names(keys):
    return [Child.objects.get(pk=key).name for key in keys]


def test_the_desk_lists_the_children_of_its_clinic_by_name(cast):
    _register(cast, "Zoë Berg", "Ada Zimmer", "Ben Ark")
    known = _names(queries.children_of_clinic(cast.maria.actor))
    assert known == sorted(known)
    assert {"Zoë Berg", "Ada Zimmer", "Ben Ark"} < set(known)
    assert _names(queries.children_of_clinic(cast.olive.actor, starts_with="z")) == ["Ada Zimmer", "Zoë Berg"]
    for player in (cast.hannah, cast.samira):
        assert queries.children_of_clinic(player.actor) == ()


def test_a_long_list_goes_on_behind_the_last_one(cast):
    _register(cast, "Ada Twin", "Ada Twin", "Bo Later")
    whole = queries.children_of_clinic(cast.maria.actor)
    first = whole[:1]
    rest = queries.children_of_clinic(cast.maria.actor, after=Child.objects.get(pk=first[0]).uuid)
    assert (*first, *rest) == whole
    assert len(queries.children_of_clinic(cast.maria.actor, limit=2)) == 2


def test_the_lines_under_the_name_come_with_the_people(cast, opened, django_assert_num_queries):
    hannah = opened(cast.hannah, Capability.READ_STORY)
    with django_assert_num_queries(1):
        about, people = queries.about_with_people(hannah)
    assert (about, people) == (queries.about(hannah), queries.circle_of(hannah))


def test_facts_that_nobody_confirmed_are_read_for_many_children(cast, opened, django_assert_num_queries):
    fact = uuid4()
    circle.propose_safety_fact(
        actor=cast.samira.actor, child=cast.idris, fact=fact, code="food:egg", words="", at=cast.at
    )
    hannah = opened(cast.hannah, Capability.READ_SAFETY)
    with django_assert_num_queries(1):
        [(child, seen)] = queries.proposed_facts([hannah])
    assert (child, seen.uuid, seen.by.name) == (cast.idris, fact, "Samira")
    circle.confirm_safety_fact(actor=cast.hannah.actor, child=cast.idris, fact=fact, at=cast.at)
    assert queries.proposed_facts([hannah]) == ()
