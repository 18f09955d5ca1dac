"""The names under which the outbox keeps a campaign's letters together."""


def batch_of(campaign_pk: int, purpose: str = "", wave: int = 0) -> str:
    """“meetings.campaign:12”, with the purpose “…:12:reminder”, with the number of the reminder “…:12:reminder:2”."""
    parts = [f"meetings.campaign:{campaign_pk}", purpose, str(wave) if wave else ""]
    return ":".join(part for part in parts if part)
