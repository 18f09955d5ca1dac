"""The hours of a meeting whose day alone is known: an old paper seldom tells more."""

import datetime as dt

# They put it among the others of its day; nothing shows them to a reader (see `Meeting.has_hours`).
UNTOLD = {"begins": dt.time(9), "ends": dt.time(15)}
NO_DAYS = dt.timedelta()
