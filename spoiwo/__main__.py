"""`python -m spoiwo` is the same program as the `spoiwo` command."""

import sys

from spoiwo.cli import main

sys.exit(main())
