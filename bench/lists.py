"""Jobs of the staff list: first page over 10,000 organisations, a page of 1,000 rows, CSV of 1,000 rows."""

import csv
import io
import re
import time
from collections.abc import Callable

from django.urls import reverse

from bench.asking import Asker, Clock, Unexpected, sign_in
from bench.bare_lists import bare_query
from bench.figures import Figure, Rule, by_turns, timed
from bench.house import PARTNERSHIP, STAFF, House
from spoiwo.accounts.models import User
from spoiwo.partnerships.models import Partnership
from spoiwo.register.labels import KIND_LABELS, SECTOR_LABELS
from spoiwo.register.models import Organisation

FIRST_ROUNDS = 15
AT_ONCE = 10  # requests in one measurement of a short page
LONG_ROUNDS = 15
# what the export of organisations holds
CSV_COLUMNS = (
    "name", "short_name", "kind", "sector", "place__code", "place__name", "nip", "regon", "krs", "street", "postcode",
    "town", "email", "phone", "website", "e_delivery", "note", "founded_on", "ended_on", "confirmed_on",
)  # fmt: skip


def measure_first(house: House) -> list[Figure]:
    """The default page of 50 rows; the bare view is the target's reference, two more readings stand below it."""

    def query() -> float:
        return timed(lambda: [bare_query(50) for _number in range(AT_ONCE)])[0] / AT_ONCE * 1000

    with house.database(house.filled):
        ours, bare, notes = _askers(50, times=AT_ONCE)
        known = _askers(50, times=AT_ONCE, is_bare_signed_in=True)[1]
        mine, view, samples = by_turns(ours, bare, rounds=FIRST_ROUNDS)
        again, signed_in, known_samples = by_turns(ours, known, rounds=FIRST_ROUNDS)
        strict, queries, strict_samples = by_turns(ours, query, rounds=FIRST_ROUNDS)
    what = "staff list, first 50 of 10,000 rows, beside a bare view with the same query and table"
    nearer = "the same beside that bare view when it, too, must look up the session and who asks"
    harder = "the same beside the two bare queries alone: how much of the page is not the database"
    return [
        Figure("staff-list-first", what, "ms", mine, view, Rule.RATIO_AT_MOST, 3, notes, samples),
        Figure("  signed in", nearer, "ms", again, signed_in, samples=known_samples),
        Figure("  queries", harder, "ms", strict, queries, samples=strict_samples),
    ]


def measure_thousand(house: House) -> list[Figure]:
    """CPU of a page of 1,000 rows."""
    with house.database(house.filled):
        ours, bare, notes = _askers(1000, times=1, clock=time.process_time)
        mine, view, samples = by_turns(ours, bare, rounds=LONG_ROUNDS, warm=2)
    what = "CPU of a page of 1,000 rows beside a bare view with the same table"
    return [Figure("staff-list-1000", what, "ms", mine, view, Rule.RATIO_AT_MOST, 2, notes, samples)]


def measure_csv(house: House) -> list[Figure]:
    """The download of a list that holds 1,000 rows, through its address."""
    with house.database(house.thousand):
        asker = Asker(session=sign_in(User.objects.get(email=STAFF)))
        address = reverse("register:organisations") + "?format=csv"
        sizes = len(asker.get(address)), len(bare_csv())

        def ours() -> float:
            return asker.seconds(address) * 1000

        mine, bare, samples = by_turns(ours, lambda: timed(bare_csv)[0] * 1000, rounds=LONG_ROUNDS, warm=2)
    notes = (f"{sizes[0]:,} bytes beside {sizes[1]:,}; ours with session, rights, labels and guarded cells",)
    what = "CSV of 1,000 organisations, the whole request, beside the csv module with the same query"
    return [Figure("csv-1000", what, "ms", mine, bare, Rule.RATIO_AT_MOST, 3, notes, samples)]


def bare_csv() -> bytes:
    """The csv module over the same query, labels looked up as they must be."""
    kinds = {code: str(label) for code, label in KIND_LABELS.items()}
    sectors = {code: str(label) for code, label in SECTOR_LABELS.items()}
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(CSV_COLUMNS)
    found = Organisation.objects.filter(merged_into=None).order_by("name_key", "pk")
    for name, short, kind, sector, *rest in found.values_list(*CSV_COLUMNS):
        writer.writerow((name, short, kinds[kind], sectors[sector], *rest))
    return text.getvalue().encode()


def _askers(
    rows: int, *, times: int, clock: Clock = time.perf_counter, is_bare_signed_in: bool = False
) -> tuple[Callable[[], float], Callable[[], float], tuple[str, ...]]:
    """Our page and the bare one as measurements in milliseconds; both show the same rows."""
    session = sign_in(User.objects.get(email=STAFF))
    ours = Asker(session=session)
    bare = Asker(urlconf="bench.bare_lists", session=session if is_bare_signed_in else "")
    book = Partnership.objects.get(slug=PARTNERSHIP).book_id
    address = reverse("register:organisations") + ("" if rows == 50 else f"?rows={rows}")
    bare_address = f"/?rows={rows}&mine={book}"
    pages = [ours.get(address), bare.get(bare_address)]
    names = [re.findall(rb'<th scope="row"><a href="[^"]*">([^<]*)', page) for page in pages]
    if names[0] != names[1] or len(names[0]) != rows:
        raise Unexpected(f"the two tables differ: {len(names[0])} and {len(names[1])} rows")
    tables = [len(re.search(rb"<table.*</table>", page, re.DOTALL)[0]) for page in pages]  # type: ignore[index]
    notes = (
        f"table of {tables[0]:,} bytes beside {tables[1]:,}, page of {len(pages[0]):,} beside {len(pages[1]):,}",
    )
    return (
        lambda: ours.seconds(address, times=times, clock=clock) * 1000,
        lambda: bare.seconds(bare_address, times=times, clock=clock) * 1000,
        notes,
    )
