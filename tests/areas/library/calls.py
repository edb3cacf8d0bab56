"""The actions on a clinic's own words and ideas, with inputs that are right."""

from uuid import uuid4

from alongside.areas.library import actions as library
from alongside.areas.library import queries
from alongside.areas.programme import actions as programme
from tests.areas.library.writing import idea, words


def calls(cast, world):
    """One call of each."""
    clinic = {"actor": cast.olive.actor, "clinic": cast.clinic.pk}
    kept = library.keep_word(**clinic, uuid=uuid4(), word="brain gym", say="moving games", at=cast.at)
    new = {"uuid": uuid4(), "word": "brain game", "say": "moving game", "replaces": kept.uuid}
    yield library.keep_word, clinic | new
    yield library.end_word, clinic | {"word": kept.uuid}
    yield from _ideas(cast, clinic)
    home = {"actor": cast.samira.actor, "child": cast.idris, "placement": world.idea}
    programme.lend_idea(**home, at=cast.at)
    given = queries.family_ideas(cast.clinic.pk)[0].uuid
    taken = {"idea": given, "strategy": uuid4(), "draft": idea()}
    yield library.take_family_idea, clinic | taken


def _ideas(cast, clinic):
    own = library.add_strategy(**clinic, strategy=uuid4(), draft=idea(), at=cast.at)
    yield library.add_strategy, clinic | {"strategy": uuid4(), "draft": idea()}
    yield library.change_strategy, clinic | {"strategy": own.code, "seen": 1, "draft": idea(minutes=7)}
    yield library.adapt_strategy, clinic | {"strategy": "S01", "copy": uuid4()}
    said = {"strategy": own.code, "uuid": uuid4(), "language": "tr", "words": words()}
    yield library.translate_strategy, clinic | said
    yield library.retire_strategy, clinic | {"strategy": own.code}
    yield library.bring_back_strategy, clinic | {"strategy": own.code}
