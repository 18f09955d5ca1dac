"""How the register's records name themselves on the trail, and the trail around an organisation."""

from collections.abc import Iterable, Mapping

from spoiwo import trail
from spoiwo.kit.actor import Actor
from spoiwo.register.models import Organisation
from spoiwo.trail.line import Step


def organisation_steps(actor: Actor, ids: Iterable[int]) -> Mapping[int, Step]:
    """Organisations by id, for staff."""
    found = Organisation.objects.visible_to(actor).filter(pk__in=list(ids))
    return {one.pk: Step(one.name, one.get_absolute_url(), one.founded_on) for one in found}


def trail_around(organisation: Organisation, actor: Actor) -> tuple[list[Step], list[Step]]:
    """Where the organisation's records came from and what came of them, those of joined records included."""
    origins, results = trail.around(organisation, actor)
    for joined in organisation.merged.all():
        before, after = trail.around(joined, actor)
        origins += [step for step in before if step not in origins]
        results += [step for step in after if step not in results]
    return origins, results
