"""Forms that only our own pages can send."""

import hmac
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "headwater_desk"


@dataclass(frozen=True, slots=True)
class Tokens:
    """A form carries a token made of this desk's secret and of a cookie that other sites can neither read nor have
    sent along (SameSite=Strict)."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def of(self, visit: str) -> str:
        """The token of this visit."""
        return hmac.new(self.secret, visit.encode("utf-8", "replace"), sha256).hexdigest()

    def visit(self, request: Request) -> str:
        """The visit that the request's cookie names, or a new one."""
        return request.cookies.get(COOKIE) or secrets.token_urlsafe(24)

    def remember(self, response: Response, visit: str) -> None:
        """Have the browser name this visit from now on."""
        response.set_cookie(COOKIE, visit, httponly=True, samesite="strict", path="/")

    def holds(self, request: Request, token: str) -> bool:
        """Whether a form that came with this token was sent by a page of this desk."""
        visit = request.cookies.get(COOKIE)
        return bool(visit) and _same_origin(request) and _equal(self.of(visit or ""), token)


def _equal(a: str, b: str) -> bool:
    return hmac.compare_digest(a.encode(), b.encode("utf-8", "replace"))


def _same_origin(request: Request) -> bool:
    """What the browser says of where the form stood; one that says neither is no browser of this century."""
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    if origin is None:
        return site is not None
    # A page without a referrer sends "null" as its origin; then the browser's own word on the site decides.
    if origin == "null":
        return site == "same-origin"
    return urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()
