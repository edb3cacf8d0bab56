"""What a family was given does not change under it."""

from types import SimpleNamespace

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from alongside.areas.library import queries as library
from alongside.areas.library.models import Strategy
from alongside.areas.programme import actions as programme
from alongside.areas.programme import queries
from alongside.areas.programme.models import Placement
from alongside.core.capabilities import Capability
from tests.areas.programme.building import SOCKS, by, live


def test_a_placed_idea_keeps_the_words_and_ways_it_was_given_with(cast, opened):
    strategy = library.strategy(cast.clinic.pk, SOCKS)
    placed = live(cast)
    Strategy.objects.filter(code=SOCKS).update(steps=["Other steps."], easier=[], notice="Other words.")
    seen = queries.placement(opened(cast.samira, Capability.READ_PROGRAMME), placed.uuid)
    assert (seen.copy.steps, seen.copy.easier, seen.copy.evidence) == (
        strategy.steps,
        strategy.easier,
        strategy.evidence,
    )
    assert (seen.notice, seen.copy.supervision) == (strategy.notice, strategy.supervision)
    easier = {"placement": placed.uuid, "change": placed.uuid.__class__(int=7)}
    assert programme.make_easier(**by(cast.samira, cast), **easier).grade_words == strategy.easier[0]


def test_what_was_placed_before_is_given_its_copy(cast):
    placed = live(cast)
    before = Placement.objects.get(uuid=placed.uuid).given
    Placement.objects.filter(uuid=placed.uuid).update(given={}, notice="")
    loader = MigrationExecutor(connection).loader
    apps = loader.project_state(loader.graph.leaf_nodes()).apps
    migration = loader.get_migration("programme", "0003_given_copies")
    migration.operations[-1].code(apps, SimpleNamespace(connection=connection))
    row = Placement.objects.get(uuid=placed.uuid)
    same = ("code", "name", "steps", "easier", "harder", "materials", "safety", "supervision")
    assert {name: row.given[name] for name in same} == {name: before[name] for name in same}
    assert row.notice == placed.notice
