"""What is sealed: rules, scores and verdict without names, and the table of scores that anybody can rank again."""

import datetime as dt
import json
from random import SystemRandom
from typing import Any

from spoiwo.contests.models import Edition, Reading, Score, Seal
from spoiwo.contests.queries.results import stored_ranking
from spoiwo.contests.queries.rulebook import rules_of
from spoiwo.contests.queries.verdict import category_rows
from spoiwo.contests.rules.states import AwardKind
from spoiwo.documents.table import Column, Table
from spoiwo.kit.actor import SYSTEM


def sealed_content(edition: Edition, at: dt.datetime) -> dict[str, Any]:
    """The facts under the seal, as plain JSON. Entries go by their codes, jurors by letters in an order of chance."""
    ranking = stored_ranking(edition)
    data = ranking.data if ranking else {}
    codes = dict(edition.entries.values_list("pk", "code"))
    return {
        "contest": edition.contest.name,
        "edition": edition.name,
        "sealed_at": at.isoformat(timespec="seconds"),
        "rules_sha256": edition.rules_hash,
        "rules": rules_of(edition),
        "scores": _scores(edition, codes),
        "scores_sha256": ranking.digest if ranking else "",
        "ranking": [
            {
                "entry": codes[int(one["entry"])],
                "place": one["rank"],
                "mean": f"{one['raw_mean']:.4f}",
                "calibrated": f"{one['calibrated']:.4f}",
            }
            for one in data.get("entries", ())
        ],
        "verdict": _verdict(edition, data, codes),
    }


def score_table(seal: Seal) -> Table:
    """The sealed scores with the columns that `spoiwo judge rank` reads; what could not be judged is empty."""
    rows = json.loads(seal.content)["scores"]
    columns = ("entry", "juror", "criterion", "score", "category")
    return Table(
        "scores", [Column(name, name) for name in columns], ([row[name] for name in columns] for row in rows)
    )


def _scores(edition: Edition, codes: dict[int, str]) -> list[dict[str, Any]]:
    readings = Reading.objects.counted().filter(entry__edition=edition)
    rows = list(
        Score.objects.filter(reading__in=readings)
        .select_related("reading__entry__category", "criterion")
        .order_by("reading__entry__code")
    )
    members = sorted({row.reading.member_id for row in rows})
    SystemRandom().shuffle(members)
    letters = {pk: f"J{number:02d}" for number, pk in enumerate(members, 1)}
    found = [
        {
            "entry": codes[row.reading.entry_id],
            "juror": letters[row.reading.member_id],
            "criterion": row.criterion.name,
            "category": row.reading.entry.category.name,
            "score": None if row.value is None else str(row.value),
            "first": None if row.first_value is None else str(row.first_value),
        }
        for row in rows
    ]
    return sorted(found, key=lambda one: (one["entry"], one["juror"], one["criterion"]))


def _verdict(edition: Edition, data: dict[str, Any], codes: dict[int, str]) -> list[dict[str, Any]]:
    return [
        {
            "category": row.category.name,
            "no_award": row.facts.no_award,
            "reason": row.verdict.reason if row.verdict else "",
            "awards": [
                {
                    "entry": codes.get(award.entry_id or 0, ""),
                    "kind": str(award.kind),
                    "name": award.name,
                    "ex_aequo": award.is_ex_aequo,
                    "reason": award.reason,
                }
                for award in row.awards
                if award.kind != AwardKind.AUDIENCE  # given by the audience, before or after the seal
            ],
        }
        for row in category_rows(edition, data, SYSTEM, with_names=False)
    ]
