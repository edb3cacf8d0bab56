"""The actions on a clinic's own words, with inputs that are right."""

from uuid import uuid4

from alongside.areas.library import actions as library


def calls(cast, world):
    """One call of each."""
    clinic = {"actor": cast.olive.actor, "clinic": cast.clinic.pk}
    kept = library.keep_word(**clinic, uuid=uuid4(), word="brain gym", say="moving games", at=cast.at)
    new = {"uuid": uuid4(), "word": "brain game", "say": "moving game", "replaces": kept.uuid}
    yield library.keep_word, clinic | new
    yield library.end_word, clinic | {"word": kept.uuid}
