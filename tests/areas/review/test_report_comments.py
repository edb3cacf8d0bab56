"""The family's words beside a report: their own, correctable until it is printed, apart from what was signed."""

from datetime import timedelta

import pytest

from alongside.areas.circle import actions as circle
from alongside.areas.review.actions import report_comments, reports
from alongside.areas.review.models import ReportComment
from alongside.areas.review.queries import reports as read
from alongside.core.capabilities import Capability
from alongside.core.refusals import InvalidInput, NotAllowed, NotFound
from tests.areas.review.report_ways import shared, signed


@pytest.fixture
def report(cast, new_uuid):
    return shared(cast, new_uuid)


@pytest.fixture
def write(cast, new_uuid, report):
    def written(player, words, *, days=0, uuid=None, about=None):
        return report_comments.comment_on_report(
            actor=player.actor,
            child=cast.idris,
            report=(about or report).uuid,
            comment=uuid or new_uuid(),
            words=words,
            at=cast.at + timedelta(days=days),
        )

    return written


def test_each_carer_writes_once_and_may_put_it_right(cast, write, report):
    write(cast.samira, "It is true.")
    write(cast.karim, "The evenings are hard.")
    seen = write(cast.samira, "Most of it is true.", days=1)
    assert [(one.words, one.corrected) for one in seen.comments] == [
        ("Most of it is true.", True),
        ("The evenings are hard.", False),
    ]
    assert [one.is_mine for one in seen.comments] == [True, False]
    assert seen.digest == report.digest
    assert seen.content == report.content


def test_words_twice_are_words_once(cast, write, new_uuid):
    uuid = new_uuid()
    first = write(cast.samira, "It is true.", uuid=uuid)
    again = write(cast.samira, "It is true.", uuid=uuid, days=1)
    assert again.comments[0].at == first.comments[0].at
    with pytest.raises(NotFound):
        write(cast.karim, "Mine", uuid=uuid)


def test_after_printing_the_words_stay(cast, write, report):
    write(cast.samira, "It is true.")
    said = {"actor": cast.hannah.actor, "child": cast.idris, "at": cast.at}
    closed = reports.close_report(report=report.uuid, **said)
    assert reports.close_report(report=report.uuid, **said).closed_at == closed.closed_at
    assert write(cast.samira, "It is true.").comments[0].words == "It is true."
    for player in (cast.samira, cast.karim):
        with pytest.raises(report_comments.ReportPrinted):
            write(player, "Something else.")


def test_the_words_have_bounds_and_are_not_empty(cast, write):
    for words in ("", " ", "a" * 2001):
        with pytest.raises(InvalidInput):
            write(cast.samira, words)


def test_only_the_carers_who_are_responsible_write_beside_it(cast, write, new_uuid):
    for player in (cast.hannah, cast.grandma, cast.maria):
        with pytest.raises(NotAllowed):
            write(player, "Me too")
    with pytest.raises(NotFound):
        write(cast.other_parent, "Me too")


def test_there_is_nothing_to_write_beside_before_it_is_shared(cast, write, new_uuid, opened):
    with pytest.raises(NotFound):
        write(cast.samira, "Early", about=signed(cast, new_uuid))


def test_a_restricted_carer_reads_no_report_and_writes_beside_none(cast, write, opened):
    said = {"actor": cast.hannah.actor, "child": cast.idris, "at": cast.at}
    everything = (Capability.READ_FINDINGS, Capability.READ_STORY)
    circle.restrict_carer(person=cast.karim.uuid, named=everything, **said)
    with pytest.raises(NotAllowed):
        opened(cast.karim, Capability.READ_REPORTS)
    with pytest.raises(NotAllowed):
        write(cast.karim, "Me too")


def test_words_that_somebody_else_changed_are_found_out(cast, write, report, opened):
    write(cast.samira, "It is true.")
    look = opened(cast.samira, Capability.READ_REPORTS)
    assert read.verify_report(look, report.uuid).intact
    ReportComment.objects.update(words="It is not true.")
    found = read.verify_report(look, report.uuid)
    assert (found.report, found.comments, found.intact) == (True, False, False)
