"""What the log may say: nothing that opens a door."""

import logging
import re

# Whoever knows the rest of such an address can read visits, accept an invitation or set a password.
_LINK = re.compile(r"(/(?:calendar|invitation|enter/password/reset/key)/)[^\s\"'<>]+")


class WithoutLinks(logging.Formatter):
    """A line of the log, traceback and all, with the secret part of every private link left out."""

    def format(self, record: logging.LogRecord) -> str:
        return _LINK.sub(r"\1…", super().format(record))
