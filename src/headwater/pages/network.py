"""A connection that goes only where it may, to an address of the network that was looked at first, and in time."""

import socket
import ssl
import time
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore

_NAT64 = IPv6Network("64:ff9b::/96")


class NotAllowedError(Exception):
    """The host leads to a network that may not be reached; says which."""


def resolve(host: str, port: int) -> list[str]:
    """All network addresses of a host.  The only place where names are looked up."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def allowed_addresses(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of a host.  Raises NotAllowedError if one of them is not public, unless that is allowed."""
    addresses = resolve(host, port)
    for address in addresses:
        if not allow_private and not is_public(address):
            raise NotAllowedError(f"{host} leads to {address}, which is not on the public network")
    return addresses


def is_public(address: str) -> bool:
    """Whether an address belongs to the public network.

    A version 4 address inside a version 6 one is judged in its place; the old tunnels (6to4, Teredo) count as private.
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv6Address):
        inner = IPv4Address(int(parsed) & 0xFFFFFFFF) if parsed in _NAT64 else parsed.ipv4_mapped
        if inner is not None:
            return _is_global(inner)
        if parsed.sixtofour or parsed.teredo:
            return False
    return _is_global(parsed)


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not (
        address.is_private
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
        or address.is_reserved
        or address.is_unspecified
    )


class PinnedBackend(httpcore.NetworkBackend):
    """Connects to the given network addresses, whatever the host is called, and ends all waiting at the deadline.

    Between the check and the connection no name is looked up again; Host header and TLS keep the host's name.
    """

    def __init__(self, addresses: Iterable[str], deadline: float) -> None:
        self._addresses = list(addresses)
        self._deadline = deadline
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the addresses that answers."""
        last: Exception = httpcore.ConnectError("the host has no address")
        for address in self._addresses:
            try:
                left = remaining(self._deadline, httpcore.ConnectTimeout)
                stream = self._backend.connect_tcp(address, port, left, local_address, socket_options)
                return _TimedStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
        raise last


class _TimedStream(httpcore.NetworkStream):
    """A stream each step of which may take only what is left of the time for the whole."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, remaining(self._deadline, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, remaining(self._deadline, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = remaining(self._deadline, httpcore.ConnectTimeout)
        return _TimedStream(self._stream.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def remaining(deadline: float, timeout: type[Exception]) -> float:
    """Seconds left, never 0; raises `timeout` when there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise timeout("it took longer than the time limit")
    return left
