"""Fetching asks nobody but the hosts that are allowed by name, at public addresses, and never for long."""

import ssl
import time

import pytest

from alongside.adapters.calendar_files import fetching
from alongside.adapters.calendar_files.fetching import NotFetched, check_address, fetched, is_public
from tests.adapters.calendars.host import ASKED, HOST, contexts, line_to, serving


@pytest.fixture
def line(tmp_path):
    ASKED.clear()
    ours, theirs = contexts(tmp_path)
    with serving(ours) as port:
        yield lambda **more: line_to(port, **{"context": theirs} | more)


def refused(address, hosts=(HOST,), line=None):
    with pytest.raises(NotFetched) as why:
        fetched(address, hosts, line)
    return why.value.why


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_an_allowed_host_is_asked_by_its_name_at_the_address_that_was_looked_at(line):
    assert fetched(f"https://{HOST}/mine?a=1", {HOST.upper()}, line()) == b"BEGIN:VCALENDAR"
    assert [(HOST if ":" not in ASKED[0][0] else ASKED[0][0], "/mine?a=1")] == ASKED
    assert ASKED[0][0].startswith(HOST)


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_no_redirect_is_followed_and_nothing_large_cut_or_endless_is_taken(line, monkeypatch):
    assert refused(f"https://{HOST}/moved", line=line()) == "status"
    assert refused(f"https://{HOST}/flood", line=line()) == "size"
    assert refused(f"https://{HOST}/cut", line=line()) == "answer"
    monkeypatch.setattr(fetching, "SECONDS", 1)
    began = time.monotonic()
    assert refused(f"https://{HOST}/drip", line=line()) in {"time", "answer"}
    assert time.monotonic() - began < 5
    assert len(ASKED) == 4


@pytest.mark.allow_hosts(["127.0.0.1"])
def test_a_host_with_an_inner_address_or_a_strangers_certificate_is_not_asked(line):
    for inner in (["127.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["::1"], []):
        assert (
            refused(f"https://{HOST}/", line=line(may_ask=is_public, resolve=lambda *_, inner=inner: inner))
            == "host"
        )
    assert refused(f"https://{HOST}/", line=line(context=ssl.create_default_context())) == "answer"
    assert ASKED == []


def test_only_https_to_hosts_on_the_list():
    assert check_address(f"https://{HOST.upper()}./a?b", [HOST]) == (HOST, "/a?b")
    for odd in (
        f"http://{HOST}/",
        f"webcal://{HOST}/",
        f"file://{HOST}/etc/passwd",
        f"https://{HOST}:8443/",
        f"https://me@{HOST}/",
        f"https://{HOST}:x/",
        f"https://{HOST}/\r\nHost: inside",
        f"https://{HOST}/ü",
        f"https://{HOST}/{'x' * 500}",
        "https://[::1",
        "",
    ):
        assert refused(odd) == "address", odd
    for other in (
        f"https://x.{HOST}/",
        f"https://{HOST}.x/",
        "https://127.0.0.1/",
        "https://x\\@calendar.example/",
    ):
        assert refused(other) in {"host", "address"}, other
    assert refused(f"https://{HOST}/", hosts=()) == "host"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104  # an address to refuse, not to listen at
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.215.14", True),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("ff02::1", False),
    ],
)
def test_what_is_public(address, public):
    assert is_public(address) is public
