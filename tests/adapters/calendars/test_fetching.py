"""Fetching asks nobody but the hosts that are allowed by name, at public addresses, and never for long."""

import ssl
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from alongside.adapters.calendar_files import fetching
from alongside.adapters.calendar_files.fetching import Line, NotFetched, check_address, fetched, is_public

HOST = "calendar.example"
ASKED: list[tuple[str, str]] = []


class _Calendar(BaseHTTPRequestHandler):
    """A host with a calendar, a redirect, a flood and a drip."""

    def do_GET(self):
        ASKED.append((self.headers["Host"], self.path))
        if self.path == "/moved":
            self._say(302, [("Location", "https://127.0.0.1/")], [b""])
        elif self.path == "/flood":
            self._say(200, [], [b"x" * 100_000] * 11)
        elif self.path == "/drip":
            self._say(200, [], (time.sleep(0.2) or b"x" for _ in range(100)))
        else:
            self._say(
                200,
                [("Content-Length", "15")],
                [b"BEGIN:VCALENDAR" if self.path == "/mine?a=1" else b"short"],
            )

    def _say(self, status, headers, pieces):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        try:
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()
        except OSError:
            return

    def log_message(self, *_):
        return


@pytest.fixture(scope="module")
def contexts(tmp_path_factory):
    """A certificate for the host, for its server and for whoever trusts it."""
    key, name = (
        ec.generate_private_key(ec.SECP256R1()),
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)]),
    )
    made = x509.CertificateBuilder(
        subject_name=name, issuer_name=name, public_key=key.public_key(), serial_number=1
    )
    made = made.not_valid_before(datetime.now(UTC) - timedelta(days=1))
    made = made.not_valid_after(datetime.now(UTC) + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    pem = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    file = tmp_path_factory.mktemp("tls") / "host.pem"
    shown = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(pem + key.private_bytes(*shown))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    return server, ssl.create_default_context(cadata=pem.decode())


@contextmanager
def _serving(context):
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Calendar)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def line(contexts):
    """A line to this machine, which the product itself would refuse."""
    ASKED.clear()
    with _serving(contexts[0]) as port:
        yield lambda **more: Line(
            **{
                "port": port,
                "resolve": lambda *_: ["127.0.0.1"],
                "may_ask": lambda _: True,
                "context": contexts[1],
            }
            | more
        )


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
