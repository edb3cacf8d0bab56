"""Write the three lock files from pyproject.toml (needs uv on PATH). `--check` only compares.

The first line of each lock holds a hash of the declared dependencies, so that a changed
declaration without a new lock is noticed without asking any package index.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "requirements.lock": ["--no-default-groups"],
    "requirements-test.lock": ["--only-group", "test"],
    "requirements-check.lock": ["--only-group", "check"],
    "requirements-bench.lock": ["--only-group", "bench"],
}
ADDRESS = re.compile(r"\b\w+://|--(extra-)?index-url|--find-links")


def declared_hash(root: Path = ROOT) -> str:
    """The sha256 of everything in pyproject.toml that decides what is installed."""
    project = tomllib.loads((root / "pyproject.toml").read_text())
    declared = [
        project["project"]["requires-python"],
        project["project"]["dependencies"],
        project["project"].get("optional-dependencies", {}),
        project.get("dependency-groups", {}),
    ]
    return hashlib.sha256(json.dumps(declared, sort_keys=True).encode()).hexdigest()


def first_line(root: Path = ROOT) -> str:
    """The head that every lock written from the present declaration has."""
    return f"# declared-sha256: {declared_hash(root)}"


def complaints(root: Path = ROOT) -> list[str]:
    """What is wrong with the locks, one sentence each; empty when all is well."""
    found = []
    for name in LOCKS:
        text = (root / name).read_text()
        if not text.startswith(first_line(root) + "\n"):
            found.append(f"{name} is older than pyproject.toml: run python3 scripts/lock.py")
        if ADDRESS.search(text):
            found.append(f"{name} names an address")
        if "--hash=sha256:" not in text:
            found.append(f"{name} has no hashes")
    return found


def write(root: Path = ROOT) -> None:
    """Resolve for every platform and Python we support, then export without addresses."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(root / "pyproject.toml", folder)
        (Path(folder) / "README.md").touch()
        subprocess.run(["uv", "lock", "--quiet"], cwd=folder, check=True)
        for name, options in LOCKS.items():
            (root / name).write_text(first_line(root) + "\n" + exported(folder, options))


def exported(folder: str, options: list[str]) -> str:
    """The requirements of some groups, pinned and hashed."""
    command = ["uv", "export", "--quiet", "--frozen", "--no-emit-project", "--no-header", "--no-annotate"]
    done = subprocess.run([*command, *options], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout


if __name__ == "__main__":
    if "--check" not in sys.argv:
        write()
    for complaint in complaints():
        print(complaint)
    sys.exit(bool(complaints()))
