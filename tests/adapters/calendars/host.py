"""A host with calendars on this machine, under a certificate of its own: asked only where a test says so."""

import ssl
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from alongside.adapters.calendar_files.fetching import Line

HOST = "calendar.example"
_EVENT = b"BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261124T100000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"
BUSY = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + _EVENT + b"END:VCALENDAR\r\n"
ASKED: list[tuple[str, str]] = []


class _Calendar(BaseHTTPRequestHandler):
    """A host with a calendar, a redirect, a flood and a drip."""

    def do_GET(self):
        ASKED.append((self.headers["Host"], self.path))
        if self.path == "/busy.ics":
            self._say(200, [("Content-Length", str(len(BUSY)))], [BUSY])
        elif self.path == "/moved":
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


def contexts(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
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
    file = folder / "host.pem"
    shown = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(pem + key.private_bytes(*shown))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    return server, ssl.create_default_context(cadata=pem.decode())


@contextmanager
def serving(context: ssl.SSLContext):
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Calendar)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def line_to(port: int, context: ssl.SSLContext, **more) -> Line:
    """A line to this machine, which the product itself would refuse."""
    own = {"resolve": lambda *_: ["127.0.0.1"], "may_ask": lambda _: True}
    return Line(**{"port": port, "context": context} | own | more)
