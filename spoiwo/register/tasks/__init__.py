"""The register's slow tails."""

from spoiwo.register.tasks.running import run_import

__all__ = ["run_import"]
