"""An idea's words in another language, as a clinic writes them."""

import re
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from alongside.areas.library import queries
from alongside.areas.library.actions.rights import WHOSE_IDEAS, check_may_change
from alongside.areas.library.models import StrategyWords
from alongside.areas.library.values import StrategySeen, Translation, WordsDraft
from alongside.areas.trail import actions as trail
from alongside.areas.trail.actions import action
from alongside.core import bounds
from alongside.core.actors import Actor
from alongside.core.refusals import InvalidInput, NotFound
from alongside.core.words import gettext_noop

_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})?")
_LISTS = ("steps", "easier", "harder")


@action
def translate_strategy(
    *,
    actor: Actor,
    clinic: int,
    strategy: str,
    uuid: UUID,
    language: str,
    words: WordsDraft,
    at: datetime,
) -> Translation:
    """Keep an idea's words in another language (a code such as ``tr`` or ``pt-br``), starter ideas included.

    They belong to the version that is newest now, and end what was written in this language before. The same uuid
    again answers the same. Owners and therapists may.
    """
    check_may_change(actor, clinic, WHOSE_IDEAS)
    idea = queries.strategy(clinic, strategy)
    known = StrategyWords.objects.filter(uuid=uuid).first()
    if known is not None and known.clinic_id != clinic:
        raise NotFound
    if known is None:
        code = language_code(language)
        kept = _bounded(idea, words)
        old = StrategyWords.objects.filter(strategy__code=idea.code, clinic=clinic, language=code)
        old.filter(ended_at=None).update(ended_at=at)
        _write(actor, clinic, idea, StrategyWords(uuid=uuid, language=code, words=asdict(kept), at=at))
        trail.record_doing(actor, "library.translate_strategy", clinic, at)
    return queries.translation(clinic, uuid)


def _write(actor: Actor, clinic: int, idea: StrategySeen, row: StrategyWords) -> None:
    row.strategy_id = queries.row_of(clinic, idea.code)["pk"]
    row.clinic_id, row.by_id, row.of_version = clinic, actor.person, idea.version
    row.save(force_insert=True)


def language_code(typed: str) -> str:
    """The code of a language in small letters; InvalidInput for anything else."""
    code = bounds.words(typed, 12, "language").lower()
    if not _CODE.fullmatch(code):
        raise InvalidInput(gettext_noop("Write the code of the language, for example tr."), field="language")
    return code


def _bounded(idea: StrategySeen, words: WordsDraft) -> WordsDraft:
    """The same words, bounded: as many steps and ways as the idea has, because each stands for one of them."""
    told = asdict(words)
    for name in _LISTS:
        if len(told[name]) != len(getattr(idea, name)):
            sentence = gettext_noop("Write {many} lines here, one for each in the idea.")
            raise InvalidInput(sentence, field=name, many=len(getattr(idea, name)))
        told[name] = tuple(bounds.words(one, bounds.SENTENCE, name, required=True) for one in told[name])
    for name, limit in (("name", bounds.TITLE), ("summary", bounds.SENTENCE)):
        told[name] = bounds.words(told[name], limit, name, required=True)
    for name in ("words_that_help", "notice"):
        told[name] = bounds.words(told[name], bounds.SENTENCE, name)
    return WordsDraft(**told)
