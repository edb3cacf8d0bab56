"""Tests open no connection; journeys and races reach this machine and nothing else."""

import re
import socket
from pathlib import Path

import pytest
from pytest_socket import SocketBlockedError, SocketConnectBlockedError

TESTS = Path(__file__).resolve().parents[1]
ELSEWHERE = ("192.0.2.1", 80)  # An address kept for examples: nobody answers there.


@pytest.mark.filterwarnings("ignore:A test tried to use")
def test_a_test_opens_no_socket_and_looks_up_no_name():
    with pytest.raises(SocketBlockedError):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    with pytest.raises(SocketBlockedError):
        socket.getaddrinfo("clinic.example", 80)


@pytest.mark.race
@pytest.mark.filterwarnings("ignore:A test tried to use")
def test_a_race_reaches_this_machine_and_nothing_else():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass
    with (
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as outward,
        pytest.raises(SocketConnectBlockedError),
    ):
        outward.connect(ELSEWHERE)


def test_no_test_opens_the_network_for_itself():
    opening = re.compile(r"enable_socket|socket_enabled|force-enable-socket")
    others = [path for path in TESTS.rglob("*.py") if path != Path(__file__).resolve()]
    assert [path for path in others if opening.search(path.read_text())] == []
