"""Every check that needs no test: run all, show what complained, fail if one did."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ".venv/bin/"
PYTHON = BIN + "python"
CHECKS = {
    "format": [BIN + "ruff", "format", "--check", "--quiet", "."],
    "lint": [BIN + "ruff", "check", "--quiet", "."],
    "locks": [PYTHON, "scripts/lock.py", "--check"],
    "sizes": [PYTHON, "scripts/sizes.py"],
    "contracts": [BIN + "lint-imports"],
    "templates": [BIN + "djlint", "--lint", "--quiet", "src"],
    "migrations": [PYTHON, "-m", "django", "makemigrations", "--check", "--dry-run"],
    "ideas": [PYTHON, "-m", "alongside", "lint-strategies"],
    "pages": [PYTHON, "-m", "alongside", "docs", "--check"],
    "types": [BIN + "mypy", "-p", "alongside"],
}
SPEAKING = {"sizes", "ideas"}
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
    "ALONGSIDE_SECRET_KEY": "only-for-checks",
    "ALONGSIDE_DATA": tempfile.mkdtemp(prefix="alongside-check-"),
    "PYTHONPATH": "src",
}


def passes(name: str) -> bool:
    """Run one check; print its words when it complains, or when its figures are the point."""
    began = time.monotonic()
    environment = os.environ | SETTINGS
    done = subprocess.run(
        CHECKS[name], check=False, cwd=ROOT, env=environment, capture_output=True, text=True
    )
    good = done.returncode == 0
    print(f"{'ok  ' if good else 'FAIL'} {name} ({time.monotonic() - began:.1f} s)", flush=True)
    if not good or name in SPEAKING:
        print(done.stdout + done.stderr, flush=True)
    return good


def main(names: list[str]) -> int:
    """Run the named checks, or all; 0 when every one passes."""
    failed = [name for name in names or CHECKS if not passes(name)]
    print(f"{len(names or CHECKS) - len(failed)} passed, {len(failed)} failed")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
