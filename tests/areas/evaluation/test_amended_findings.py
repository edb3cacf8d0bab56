"""An amended finding is a new row; the family keeps the old wording until the new one is shared."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation import queries
from alongside.areas.evaluation.models import Finding
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotFound


@pytest.fixture
def old(add, draft):
    """The first wording."""
    return add(draft)


@pytest.fixture
def anew(draft):
    return replace(draft, does="Does the heel himself on two mornings.")


def test_the_team_reads_the_new_wording_and_the_family_the_shared_one(cast, opened, amend, share, old, anew):
    share(old.uuid)
    new = amend(old.uuid, anew)
    assert new.amends
    as_hannah = opened(cast.hannah, Capability.READ_FINDINGS)
    as_samira = opened(cast.samira, Capability.READ_FINDINGS)
    assert [one.uuid for one in queries.findings(as_hannah)] == [new.uuid]
    assert [one.uuid for one in queries.findings(as_samira)] == [old.uuid]
    share(new.uuid)
    assert [one.does for one in queries.findings(as_samira)] == [anew.does]


def test_who_points_at_an_old_wording_reads_the_newest(cast, opened, amend, share, old, anew):
    between = amend(old.uuid, replace(anew, does="Between"))
    last = amend(between.uuid, anew)
    share(old.uuid, last.uuid)
    as_samira = opened(cast.samira, Capability.READ_FINDINGS)
    assert queries.finding(as_samira, old.uuid).does == anew.does
    assert len(queries.findings(as_samira)) == 1
    as_hannah = opened(cast.hannah, Capability.READ_FINDINGS)
    assert queries.finding_key(as_hannah, last.uuid) == Finding.objects.get(uuid=last.uuid).pk
    assert queries.finding_key(as_samira, old.uuid) == Finding.objects.get(uuid=old.uuid).pk
    with pytest.raises(NotFound):
        queries.finding(as_samira, between.uuid)


def test_two_amendments_of_one_wording_do_not_pass_each_other(amend, old, anew):
    amended = uuid4()
    first = amend(old.uuid, anew, amended)
    assert amend(old.uuid, anew, amended) == first
    with pytest.raises(evaluation.AlreadyAmended, match="newer wording"):
        amend(old.uuid, anew)


def test_what_is_not_there_cannot_be_amended(amend, anew):
    with pytest.raises(NotFound):
        amend(uuid4(), anew)


def test_a_new_wording_keeps_an_identifier_of_its_own(add, amend, draft):
    finding, other = add(draft).uuid, add(draft).uuid
    for taken in (finding, other):
        with pytest.raises(NotFound):
            amend(finding, draft, amended=taken)


def test_what_was_noticed_before_birth_or_in_hundreds_is_refused(add, draft, share):
    with pytest.raises(InvalidInput):
        add(replace(draft, noticed_on=date(1, 1, 1)))
    with pytest.raises(InvalidInput):
        share(*(uuid4() for _ in range(101)))
