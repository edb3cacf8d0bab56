"""What every test shares: where the browser is, and who may open a connection (only to this machine)."""

import os
import subprocess
from pathlib import Path

import pytest

LOCAL = ["127.0.0.1", "::1", "localhost"]
ROOT = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Journeys and races talk to a server on this machine, and to nothing else."""
    for item in items:
        if item.path.is_relative_to(ROOT / "tests" / "journeys"):
            item.add_marker(pytest.mark.journey)
        if item.get_closest_marker("journey") or item.get_closest_marker("race"):
            item.add_marker(pytest.mark.allow_hosts(LOCAL))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Playwright starts the Chromium that scripts/chromium finds; as root only without its sandbox."""
    path = os.environ.get("ALONGSIDE_CHROMIUM") or found_chromium()
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": path or None, "args": flags}


def found_chromium():
    """The path that scripts/chromium prints, or nothing."""
    done = subprocess.run([ROOT / "scripts" / "chromium"], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def pytest_terminal_summary(terminalreporter):
    """What the authorisation matrix counted, over all processes."""
    told = [dict(report.user_properties) for report in terminalreporter.getreports("passed")]
    told += [dict(report.user_properties) for report in terminalreporter.getreports("failed")]
    cells = sum(one.get("cells", 0) for one in told)
    if cells:
        leaks = sum(one.get("leaks", 0) for one in told)
        terminalreporter.write_line(f"authorisation matrix: {cells} cells, {leaks} leaks or wrong answers")
