"""What a browser session looks like after signing in with two factors."""

import time
from typing import Any


def with_two_factors(session: Any, person: Any) -> None:
    """Mark the session the way the sign-in pages do."""
    session["account_authentication_methods"] = [{"method": "mfa", "at": time.time()}]
    session["account_authentication_methods_user"] = str(person.pk)
