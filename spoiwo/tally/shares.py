"""The Method of Equal Shares: every voter holds an equal part of the budget and pays for what they support.

Source: Peters, Pierczyński and Skowron 2021, "Proportional Participatory Budgeting with Additive Utilities". Each
of n voters starts with budget/n. A project p is ρ-affordable when its supporters, each paying ρ for a unit of
utility or all they have left, raise exactly its cost: Σ min(left_i, ρ·u_i(p)) = cost(p). The project with the
smallest ρ is bought, its supporters pay, and so on until nothing is affordable.

By hand: budget 12, three voters with 4 each; A costs 6 (voters 1, 2), B costs 6 (voters 2, 3), C costs 4 (voter 3).
Approval, so every utility is 1. ρ(A) = ρ(B) = 6/2 = 3 and ρ(C) = 4: a tie between A and B, reported; equal cost, so
the name decides for A. Left: 1, 1, 4. Now B needs 1 + 4 < 6 and is out; C is paid by voter 3 alone. Funded: A, C.

Exact without slow fractions: money is whole numbers over one common denominator that grows with every purchase.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from heapq import heapify, heappop, heappush
from math import lcm

from spoiwo.tally.ballots import Ballot, Number, given, named_options, polish_order, refuse_repeated


@dataclass(frozen=True, slots=True)
class Purchase:
    """One funded project, its cost, the price ρ of a unit of utility, and the projects tied with it at that ρ."""

    option: str
    cost: Number
    rho: Fraction
    tied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shares:
    """Purchases in order, the share each voter began with and what each has left."""

    purchases: tuple[Purchase, ...]
    share: Fraction
    left: Mapping[str, Fraction]

    @property
    def funded(self) -> list[str]:
        """The funded projects in the order of selection."""
        return [purchase.option for purchase in self.purchases]

    @property
    def spent(self) -> Number:
        """The cost of everything funded."""
        return sum((purchase.cost for purchase in self.purchases), 0)


def equal_shares(ballots: Sequence[Ballot], costs: Mapping[str, Number], budget: Number) -> Shares:
    """Share a budget among projects; a ballot's values are utilities (1 for an approval), blank or 0 is no support.

    Equal ρ is a tie: it is written into the purchase, and the stated order goes on with the lower cost, then the
    name in Polish alphabetical order. The rule alone may leave money unspent; nothing completes it here. Ballots
    alike are counted as one with a weight, and ρ is recomputed only for projects whose last ρ (a lower bound: it
    never falls) could still be the smallest. Worst case O(projects² × ballots log ballots), far less in practice.
    Raises ValueError for a negative cost, budget or utility, an unknown project or a repeated voter.
    """
    refuse_repeated(ballots)
    _check(ballots, costs, budget)
    election = _Election(ballots, costs, budget)
    heap: list[tuple[Fraction, tuple[str, str]]] = [(Fraction(0), polish_order(option)) for option in costs]
    heapify(heap)
    purchases = []
    while found := _cheapest(election, heap):
        rho, tied = found
        chosen = min(tied, key=lambda option: (costs[option], polish_order(option)))
        for option in tied:
            if option != chosen:
                heappush(heap, (rho, polish_order(option)))
        election.pay(chosen, rho)
        also = tuple(sorted(tied, key=polish_order)) if len(tied) > 1 else ()
        purchases.append(Purchase(chosen, costs[chosen], rho * election.unit, also))
    return Shares(tuple(purchases), election.share, election.left(ballots))


def _check(ballots: Sequence[Ballot], costs: Mapping[str, Number], budget: Number) -> None:
    if budget < 0 or any(cost < 0 for cost in costs.values()):
        raise ValueError("neither the budget nor a cost may be below zero")
    for option in named_options(ballots) - costs.keys():
        raise ValueError(f"project {option!r} has no cost")
    if min(_utilities(ballots), default=0) < 0:
        wrong = next(b for b in ballots if min(given(b.choices.values()), default=0) < 0)
        raise ValueError(f"voter {wrong.voter!r} gives less than zero")


def _utilities(ballots: Iterable[Ballot]) -> set[Number]:
    """Return every utility that occurs, each once; a blank is none."""
    found: set[Number | None] = set()
    return set(given(found.union(*(ballot.choices.values() for ballot in ballots))))


def _cheapest(
    election: "_Election", heap: list[tuple[Fraction, tuple[str, str]]]
) -> tuple[Fraction, list[str]] | None:
    """Return the smallest ρ and all projects that have it, taken off the heap; what cannot be paid is dropped."""
    best: Fraction | None = None
    fresh: list[tuple[Fraction, str]] = []
    while heap and (best is None or heap[0][0] <= best):
        _, (_, option) = heappop(heap)
        rho = election.rho(option)
        if rho is not None:
            fresh.append((rho, option))
            best = rho if best is None else min(best, rho)
    for rho, option in fresh:
        if rho != best:
            heappush(heap, (rho, polish_order(option)))
    return None if best is None else (best, [option for rho, option in fresh if rho == best])


class _Election:
    """The purses of groups of like-minded voters, as whole numbers over one denominator."""

    def __init__(self, ballots: Sequence[Ballot], costs: Mapping[str, Number], budget: Number) -> None:
        worth = _utilities(ballots)
        self.unit = lcm(*(utility.denominator for utility in worth))
        whole = {utility: int(utility * self.unit) for utility in worth}
        self.share = Fraction(budget) / max(1, len(ballots))
        self.denominator = lcm(self.share.denominator, *(cost.denominator for cost in costs.values()))
        self.costs = costs
        alike: dict[frozenset[tuple[str, int]], int] = {}
        self.group_of = [
            alike.setdefault(frozenset([(o, whole[u]) for o, u in ballot.choices.items() if u]), len(alike))
            for ballot in ballots
        ]
        weights = Counter(self.group_of)
        self.purses = [int(self.share * self.denominator)] * len(alike)
        self.supporters: dict[str, list[tuple[int, int, int]]] = {option: [] for option in costs}
        for group, number in alike.items():
            for option, utility in group:
                self.supporters[option].append((number, weights[number], utility))

    def rho(self, option: str) -> Fraction | None:
        """Return the price of a unit of utility at which the supporters raise the cost, or None if they cannot."""
        purses, supporters = self.purses, self.supporters[option]
        missing = int(self.costs[option] * self.denominator)
        if not supporters or sum([purses[number] * weight for number, weight, _ in supporters]) < missing:
            return None
        common = lcm(*{utility for _, _, utility in supporters})
        per_unit = {utility: common // utility for _, _, utility in supporters}
        wanting = sum(weight * utility for _, weight, utility in supporters)
        # the poorest (in money for a unit of utility) give all they have; from some voter on everybody pays ρ·u
        for number, weight, utility in sorted(supporters, key=lambda s: purses[s[0]] * per_unit[s[2]]):
            if missing * utility <= purses[number] * wanting:
                break
            missing -= purses[number] * weight
            wanting -= weight * utility
        return Fraction(missing, wanting * self.denominator)

    def pay(self, option: str, rho: Fraction) -> None:
        """Take ρ·u, or all they have left, from every supporter."""
        price = rho * self.denominator
        if price.denominator > 1:
            self.purses = [purse * price.denominator for purse in self.purses]
            self.denominator *= price.denominator
        whole = int(rho * self.denominator)
        for number, _, utility in self.supporters[option]:
            self.purses[number] -= min(self.purses[number], whole * utility)

    def left(self, ballots: Sequence[Ballot]) -> dict[str, Fraction]:
        """Return what each voter has left."""
        left = {purse: Fraction(purse, self.denominator) for purse in set(self.purses)}
        groups = zip(ballots, self.group_of, strict=True)
        return {ballot.voter: left[self.purses[number]] for ballot, number in groups}
