"""Every action on reports with keywords that it accepts."""

from uuid import uuid4

from alongside.areas.review import actions as review
from alongside.areas.review.values.reports import ReportKind
from tests.areas.evaluation import scoring
from tests.areas.review.report_ways import asked, noticed, shared, started, typed


def calls(cast, world):
    """A report of each standing: one to begin, one to keep, one to sign, and one that was shared."""
    question = asked(cast, uuid4)
    noticed(cast, uuid4)
    done = shared(cast, uuid4)
    told = {"report": done.uuid}
    team = {"actor": cast.hannah.actor, "child": cast.idris}
    given = scoring.keep(cast, scoring.scores(cast))
    draft = started(cast, uuid4, ReportKind.PLAN)
    words = typed(
        draft, answers={question: "Calmer"}, quotes=frozenset({world.entry}), scores=frozenset({given.uuid})
    )
    yield review.start_report, team | {"report": uuid4(), "kind": ReportKind.DISCHARGE}
    yield review.save_report, team | {"report": draft.uuid, "draft": words}
    yield review.sign_report, team | {"report": draft.uuid, "draft": words}
    yield review.share_report, team | told
    yield review.add_to_report, team | told | {"addendum": uuid4(), "words": "Later"}
    beside = {"comment": uuid4(), "words": "It is true."}
    yield review.comment_on_report, team | told | beside | {"actor": cast.samira.actor}
    yield review.close_report, team | told
