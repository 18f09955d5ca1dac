"""The command run on a file with the given content."""

import argparse

import pytest

from spoiwo.tally import cli


@pytest.fixture
def tally(tmp_path, capsys):
    def run(content, *options, name="ballots.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        parser = argparse.ArgumentParser()
        cli.add_arguments(parser)
        code = cli.run(parser.parse_args([str(path), *options]))
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run
