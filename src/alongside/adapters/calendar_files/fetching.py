"""Fetching a calendar from an address that a person typed, without ever asking this machine or its neighbours.

Only https, only hosts that the installation allows by name, no redirects. The name is resolved once, every address
that it has must be public, and the connection goes to one of these very addresses: a second look could answer another.
"""

import ipaddress
import socket
import ssl
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException, HTTPSConnection
from threading import Event, Timer
from urllib.parse import urlsplit

from alongside.adapters.calendar_files.reading import MOST_BYTES

SECONDS = 10
LONGEST_ADDRESS = 500
_PIECE = 65_536
_INSIDE = tuple(
    ipaddress.ip_network(net) for net in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)


class NotFetched(Exception):
    """The address is not one that we ask, or it did not answer with a calendar in time. ``why`` is one word."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def resolved(host: str, port: int) -> list[str]:
    """Every address that a host has now."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def is_public(address: str) -> bool:
    """Whether an address belongs to the public internet, whatever it is wrapped in."""
    ip = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in inside for inside in _INSIDE):
            return False
    return ip.is_global and not ip.is_multicast


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The way out. Everything here is what it has to be; tests lay their own line to this machine."""

    port: int = 443
    resolve: Callable[[str, int], list[str]] = resolved
    may_ask: Callable[[str], bool] = is_public
    context: ssl.SSLContext | None = None


def check_address(address: str, hosts: Collection[str]) -> tuple[str, str]:
    """The host and the path of an address that may be asked. NotFetched for every other."""
    if (
        len(address) > LONGEST_ADDRESS
        or not address.isascii()
        or any(sign <= " " or sign == "\x7f" for sign in address)
    ):
        raise NotFetched("address")
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise NotFetched("address") from error
    host = (parts.hostname or "").rstrip(".").lower()
    if parts.scheme.lower() != "https" or port not in {None, 443} or "@" in parts.netloc:
        raise NotFetched("address")
    if host not in {one.lower() for one in hosts}:
        raise NotFetched("host")
    return host, (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


def fetched(address: str, hosts: Collection[str], line: Line | None = None) -> bytes:
    """What stands behind the address: at most a megabyte, within ten seconds. NotFetched for everything else."""
    line = line or Line()
    host, path = check_address(address, hosts)
    try:
        return _asked(host, path, _public_address(host, line), line)
    except (OSError, HTTPException, ValueError, AttributeError) as error:
        raise NotFetched("answer") from error


def _public_address(host: str, line: Line) -> str:
    """One address of the host. A host with a single inner address is not asked at all."""
    found = line.resolve(host, line.port)
    if not found or not all(line.may_ask(one) for one in found):
        raise NotFetched("host")
    return found[0]


def _asked(host: str, path: str, address: str, line: Line) -> bytes:
    context = line.context or ssl.create_default_context()
    with socket.create_connection((address, line.port), timeout=SECONDS) as plain, _ending(plain):
        connection = HTTPSConnection(host, line.port, timeout=SECONDS, context=context)
        connection.sock = context.wrap_socket(plain, server_hostname=host)
        try:
            return _answer(connection, path)
        finally:
            connection.close()


def _answer(connection: HTTPSConnection, path: str) -> bytes:
    told = {"Accept": "text/calendar", "Accept-Encoding": "identity", "User-Agent": "Alongside"}
    connection.request("GET", path, headers=told)
    with connection.getresponse() as answer:
        if answer.status != HTTPStatus.OK:
            raise NotFetched("status")
        content = b""
        while piece := answer.read(_PIECE):
            content += piece
            if len(content) > MOST_BYTES:
                raise NotFetched("size")
        if answer.length:
            raise NotFetched("answer")
    return content


@contextmanager
def _ending(plain: socket.socket) -> Iterator[None]:
    """Hang up after ten seconds, however slowly the other side speaks."""
    is_late, end = Event(), socket.socket(fileno=socket.dup(plain.fileno()))
    timer = Timer(SECONDS, _hang_up, [end, is_late])
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        end.close()
    if is_late.is_set():
        raise NotFetched("time")


def _hang_up(end: socket.socket, is_late: Event) -> None:
    is_late.set()
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
