"""A house of its own for each engine, seeded once; every test gets it with the server running."""

import pytest

from tests.races.house import House, postgres


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def seeded(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "sqlite":
        yield _house(House(folder))
        return
    with postgres(folder) as url:
        yield _house(House(folder, url))


@pytest.fixture
def house(seeded):
    seeded.start()
    yield seeded
    seeded.kill()


def _house(house: House) -> House:
    house.seed()
    return house
