"""The demo clinic is filled once a run; every file of journeys gets a copy with a server of its own."""

import pytest

from tests.journeys.home import Home, copy_of


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    home = Home(tmp_path_factory.mktemp("filled"))
    home.fill()
    return home


@pytest.fixture(scope="module")
def home(filled, tmp_path_factory):
    copied = copy_of(filled, tmp_path_factory.mktemp("home"))
    copied.start()
    yield copied
    copied.kill()
