"""Tables of the room: partnerships with their organs and roles, agreements with their texts and acts."""

from spoiwo.partnerships.models.acts import Act, Party
from spoiwo.partnerships.models.agreements import Agreement, Milestone, Section, SkeletonSection, Version
from spoiwo.partnerships.models.partnerships import Goal, Organ, Partnership, RoleGrant, Seat

__all__ = [
    "Act",
    "Agreement",
    "Goal",
    "Milestone",
    "Organ",
    "Partnership",
    "Party",
    "RoleGrant",
    "Seat",
    "Section",
    "SkeletonSection",
    "Version",
]
