"""The shapes of the open data; no personal data are in them."""

import datetime as dt
from typing import Any

from spoiwo.partnerships.models import Partnership
from spoiwo.partnerships.queries.agreements import AgreementOn, PartyLine
from spoiwo.partnerships.rules import ActKind, Standing, State


def partnership(one: Partnership) -> dict[str, Any]:
    """One public partnership."""
    return {
        "slug": one.slug,
        "name": one.name,
        "founded_on": one.founded_on,
        "ended_on": one.ended_on,
        "is_example": one.is_example,
        "area": [{"teryt": unit.code, "name": unit.name, "kind": unit.kind} for unit in one.area.all()],
    }


def parties(one: Partnership, states: list[AgreementOn], day: dt.date) -> dict[str, Any]:
    """The partnership's agreements and parties as at a day."""
    return {
        "partnership": one.slug,
        "name": one.name,
        "at": day,
        "agreements": [
            {
                "id": state.agreement.pk,
                "title": state.agreement.title,
                "kind": state.agreement.kind,
                "state": state.state,
                "opened_on": state.agreement.opened_on,
                "in_force_since": state.since if state.since and state.since <= day else None,
                "version": state.version.number if state.version else None,
                "parties": [_line(line) for line in state.parties],
                "missing": [_line(line) for line in state.missing],
                "former": [_line(line) for line in state.former],
            }
            for state in states
        ],
    }


def _line(line: PartyLine) -> dict[str, Any]:
    organisation, act = line.party.organisation, line.act
    return {
        "name": line.party.name_then,
        "name_today": organisation.name,
        "kind": organisation.kind,
        "sector": organisation.sector,
        "teryt": organisation.place.code if organisation.place else None,
        "nip": organisation.nip or None,
        "krs": organisation.krs or None,
        "standing": line.standing,
        "since": line.since,
        "act": act.kind if act else None,
        "signatory": (act.signatory or None) if act else None,
        "successor": line.successor.name_then if line.successor else None,
        "declarations": [declaration.text for declaration in line.declarations],
    }


def openapi() -> dict[str, Any]:
    """The description of the open data (OpenAPI 3.1)."""
    day = {"type": ["string", "null"], "format": "date"}
    text = {"type": ["string", "null"]}
    line = {
        "type": "object",
        "properties": {
            **dict.fromkeys(
                ("name", "name_today", "kind", "sector", "teryt", "nip", "krs", "signatory", "successor"),
                text,
            ),
            "standing": {"enum": [str(standing) for standing in Standing]},
            "act": {"enum": [*(str(kind) for kind in ActKind), None]},
            "since": day,
            "declarations": {"type": "array", "items": {"type": "string"}},
        },
    }
    lines = {"type": "array", "items": line}
    agreement = {
        "type": "object",
        "properties": {
            "id": {"type": "integer"},
            "title": text,
            "kind": text,
            "state": {"enum": [str(state) for state in State]},
            "opened_on": day,
            "in_force_since": day,
            "version": {"type": ["integer", "null"]},
            "parties": lines,
            "missing": lines,
            "former": lines,
        },
    }
    parties_answer = {
        "type": "object",
        "properties": {
            "partnership": text,
            "name": text,
            "at": day,
            "agreements": {"type": "array", "items": agreement},
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Spoiwo open data", "version": "1"},
        "paths": {
            "/api/v1/partnerships": {
                "get": {
                    "summary": "Public partnerships",
                    "responses": {"200": {"description": "Partnerships with their areas"}},
                }
            },
            "/api/v1/partnerships/{slug}/parties": {
                "get": {
                    "summary": "Who was a party on a day",
                    "parameters": [
                        {"name": "slug", "in": "path", "required": True, "schema": {"type": "string"}},
                        {"name": "at", "in": "query", "schema": {"type": "string", "format": "date"}},
                        {"name": "format", "in": "query", "schema": {"enum": ["json", "csv"]}},
                    ],
                    "responses": {
                        "200": {
                            "description": "Parties as at the day",
                            "content": {"application/json": {"schema": parties_answer}, "text/csv": {}},
                        },
                        "400": {"description": "The day does not exist"},
                        "404": {"description": "No such public partnership"},
                    },
                }
            },
        },
    }
