"""The cast: the same people play in every page test (HOUSE.md section 9)."""

from dataclasses import dataclass

from django.test import Client

from spoiwo.accounts.models import User
from spoiwo.kit.actor import Actor, Role
from spoiwo.partnerships.middleware import load_actor
from spoiwo.partnerships.models import Partnership
from tests.make import make_grant, make_partnership, make_user


@dataclass(frozen=True)
class Player:
    """A person of the cast, with a client that is signed in."""

    user: User | None
    client: Client

    @property
    def actor(self) -> Actor:
        """The person's roles as the middleware loads them."""
        if self.user is None:
            return Actor()
        return load_actor(User.objects.get(pk=self.user.pk))


@dataclass(frozen=True)
class Cast:
    """Anna coordinates `ours`, Bartek represents a partner there, Celina coordinates `theirs`, Dorota directs,
    Ewa facilitates, Roman looks from the region, Olga is secretary of its contests, Jurek sits on a jury, Adam
    administers, Nobody is not signed in."""

    ours: Partnership
    theirs: Partnership
    anna: Player
    bartek: Player
    celina: Player
    dorota: Player
    ewa: Player
    roman: Player
    olga: Player
    jurek: Player
    adam: Player
    nobody: Player


def player(name: str, partnership: Partnership | None, role: Role | None, **fields: bool) -> Player:
    """A signed-in person with one role."""
    user = make_user(name, **fields)
    if partnership is not None and role is not None:
        make_grant(partnership, user, role)
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return Player(user, client)


def make_cast() -> Cast:
    """The whole cast over two partnerships that are not public."""
    ours = make_partnership("nasze", name="Partnerstwo Nasze")
    theirs = make_partnership("cudze", name="Partnerstwo Cudze")
    return Cast(
        ours=ours,
        theirs=theirs,
        anna=player("Anna Zielińska", ours, Role.COORDINATOR),
        bartek=player("Bartek Wiśniewski", ours, Role.PARTNER),
        celina=player("Celina Dąbrowska", theirs, Role.COORDINATOR),
        dorota=player("Dorota Lewandowska", ours, Role.DIRECTOR),
        ewa=player("Ewa Wójcik", ours, Role.FACILITATOR),
        roman=player("Roman Kamiński", ours, Role.REGIONAL_OFFICER),
        olga=player("Olga Krawczyk", ours, Role.CONTEST_SECRETARY),
        jurek=player("Jerzy Mazur", None, None),
        adam=player("Adam Nowicki", None, None, is_admin=True),
        nobody=Player(None, Client()),
    )
