"""Entries to jurors (``assigning``) and scores to a ranking (``rank``): the two halves of a jury that can be trusted.

The names are in the modules, not here: importing this package must come before numpy's import, for one reason. The matrices of
a jury have some fifty rows; the threads of OpenBLAS gain nothing on them and, on a machine that has other work, wait for each
other: 4 s instead of 0.6 s for one assignment. Whoever wants threads sets the variable before.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
