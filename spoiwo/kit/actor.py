"""Who is asking: a frozen value that is passed to every query, permission and action."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a person is in one partnership (PRODUCT.md, “who uses it”)."""

    COORDINATOR = "coordinator"
    DIRECTOR = "director"
    FACILITATOR = "facilitator"
    PARTNER = "partner"
    REGIONAL_OFFICER = "regional_officer"
    CONTEST_SECRETARY = "contest_secretary"
    JUROR = "juror"
    ENTRANT = "entrant"
    LEARNER = "learner"


STAFF = frozenset({Role.COORDINATOR, Role.DIRECTOR, Role.FACILITATOR, Role.REGIONAL_OFFICER})
REGISTER_READERS = STAFF | {Role.CONTEST_SECRETARY}
BOOK_READERS = frozenset({Role.COORDINATOR, Role.DIRECTOR, Role.FACILITATOR})


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, or the program itself, with the roles that count today.

    `roles` maps a partnership's id to the roles held there; `books` maps a contact book's id to the roles
    that the holder's partnership gives over it. Nobody (not signed in) has `user_id` None and no roles.
    """

    user_id: int | None = None
    name: str = ""
    is_admin: bool = False
    roles: Mapping[int, frozenset[Role]] = field(default_factory=dict)
    books: Mapping[int, frozenset[Role]] = field(default_factory=dict)

    @property
    def is_known(self) -> bool:
        """Signed in, whatever the roles."""
        return self.user_id is not None

    @property
    def is_staff(self) -> bool:
        """Works for some partnership, region or contest, so may read the shared register."""
        return self.is_admin or any(roles & REGISTER_READERS for roles in self.roles.values())

    def has(self, partnership_id: int | None, *roles: Role) -> bool:
        """Whether one of `roles` is held in that partnership; an administrator holds none by that alone."""
        return partnership_id is not None and bool(self.roles.get(partnership_id, frozenset()) & set(roles))

    def partnerships_as(self, *roles: Role) -> frozenset[int]:
        """Ids of partnerships where one of `roles` is held."""
        wanted = set(roles)
        return frozenset(pk for pk, held in self.roles.items() if held & wanted)

    @property
    def kept_books(self) -> frozenset[int]:
        """Contact books this person may change."""
        return frozenset(pk for pk, held in self.books.items() if Role.COORDINATOR in held)

    @property
    def read_books(self) -> frozenset[int]:
        """Contact books whose people this person may see."""
        return frozenset(pk for pk, held in self.books.items() if held & BOOK_READERS)


NOBODY = Actor()
SYSTEM = Actor(name="Spoiwo", is_admin=True)
