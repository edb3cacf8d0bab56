"""The demo clinic on a real server with a browser in front of it."""

import re
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.races.house import House

AT = datetime(2026, 11, 26, 15, 33, tzinfo=UTC)
FILL = "import pathlib, sys; from alongside.config.commands import demo; demo.fill(pathlib.Path(sys.argv[1]))"
PHONE = {"width": 390, "height": 844}
DESK = {"width": 1280, "height": 800}


@dataclass
class Home(House):
    """A house with the demo inside. What the browsers had to complain about gathers in ``complaints``."""

    complaints: list[str] = field(default_factory=list)
    strangers: set[str] = field(default_factory=set)
    answers: int = 0

    @property
    def environment(self) -> dict[str, str]:
        mine = {
            "DJANGO_SETTINGS_MODULE": "tests.journeys.settings",
            "ALONGSIDE_DEMO": "1",
            "ALONGSIDE_URL": self.origin,
        }
        return super().environment | mine

    @property
    def origin(self) -> str:
        return f"http://localhost:{self.port}"

    def set_clock(self, at: datetime) -> None:
        """The server's clock stands at this moment from now on."""
        fresh = self.folder / "clock.new"
        fresh.write_text(at.isoformat())
        fresh.rename(self.folder / "clock")

    def fill(self) -> None:
        """Found the demo clinic and let its twelve weeks happen."""
        self.set_clock(AT)
        self.run("-c", FILL, str(self.folder))

    def context(self, browser: Any, size: dict[str, int], **options: Any) -> Any:
        """A browser of somebody's own, watched: third parties and complaints of its console are written down."""
        made = browser.new_context(viewport=size, base_url=self.origin, locale="en-GB", **options)
        made.set_default_timeout(20_000)
        made.on("request", self._watch)
        made.on("console", self._hear)
        made.on("weberror", lambda trouble: self.complaints.append(f"error: {trouble.error}"))
        return made

    def letters(self) -> list[str]:
        """Everything the clinic sent, oldest first."""
        files = sorted((self.folder / "letters").glob("*.log"), key=lambda file: file.stat().st_mtime)
        return [file.read_text() for file in files]

    def _watch(self, request: Any) -> None:
        self.answers += 1
        if not request.url.startswith((self.origin + "/", "data:", "blob:")):
            self.strangers.add(request.url)

    def _hear(self, message: Any) -> None:
        if message.type in {"error", "warning"} and "status of 422" not in message.text:
            self.complaints.append(f"{message.page.url if message.page else ''}: {message.text}")


def come_in(page: Any, name: str) -> None:
    """Through the demo's door, as one of its people."""
    page.goto("/demo/")
    page.get_by_role("button", name=re.compile(f": {name}$")).click()
    page.wait_for_url(lambda url: "/demo/" not in url)


def copy_of(filled: Home, folder: Path) -> Home:
    """The same clinic once more, for a story that changes it."""
    shutil.copytree(filled.folder, folder, dirs_exist_ok=True)
    return Home(folder)
