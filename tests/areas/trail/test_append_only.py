"""The trail can be added to, and nothing else."""

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.areas.circle import gate
from alongside.core.capabilities import Capability

pytestmark = pytest.mark.both_engines


@pytest.mark.parametrize("statement", ["UPDATE trail_trailrow SET doing = ''", "DELETE FROM trail_trailrow"])
def test_the_database_refuses_to_change_or_remove_a_row(cast, statement):
    gate.open_child(cast.samira.actor, cast.idris, Capability.READ_NAME, cast.at, doing="tests.look")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(statement)
