"""Samira's words, and what Hannah noticed about them."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from alongside.areas.evaluation import actions as evaluation
from alongside.areas.evaluation.values import FindingDraft, FindingKind
from alongside.areas.story import actions as story
from alongside.areas.story.values import PriorityDraft


@pytest.fixture
def priority(cast):
    """The uuid of «Calm mornings»."""
    draft = PriorityDraft(uuid=uuid4(), words="Calm mornings", rank=1)
    story.keep_priorities(actor=cast.samira.actor, child=cast.idris, priorities=(draft,), at=cast.at)
    return draft.uuid


@pytest.fixture
def draft(priority):
    return FindingDraft(
        kind=FindingKind.FINDING,
        area="dressing",
        does="Pulls the sock over his heel, then waits for help.",
        where="on the bedroom floor",
        with_help="an adult starts it",
        priority=priority,
        icf=("d540", "d4402"),
        noticed_on=date(2026, 11, 20),
    )


@pytest.fixture
def strength(draft):
    return replace(
        draft, kind=FindingKind.STRENGTH, does="Tells jokes while he waits.", priority=None, icf=()
    )


@pytest.fixture
def add(cast):
    """Write a finding as Hannah, or as somebody else."""

    def adding(draft, player=None, uuid=None, child=None):
        return evaluation.add_finding(
            actor=(player or cast.hannah).actor,
            child=child or cast.idris,
            finding=uuid or uuid4(),
            draft=draft,
            at=cast.at,
        )

    return adding


@pytest.fixture
def amend(cast):
    def amending(finding, draft, amended=None):
        return evaluation.amend_finding(
            actor=cast.hannah.actor,
            child=cast.idris,
            finding=finding,
            amended=amended or uuid4(),
            draft=draft,
            at=cast.at,
        )

    return amending


@pytest.fixture
def share(cast):
    def sharing(*findings, player=None):
        return evaluation.share_findings(
            actor=(player or cast.hannah).actor, child=cast.idris, findings=findings, at=cast.at
        )

    return sharing
