"""Typed readers of the SPOIWO_… environment variables; each refuses nonsense with a way to mend it."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit


class SettingError(SystemExit):
    """A setting cannot be used; the message says which one, why, and how to mend it."""

    def __init__(self, name: str, problem: str, mend: str) -> None:
        super().__init__(f"spoiwo: {name}: {problem}\n  How to mend it: {mend} See docs/settings.md.")


def text(name: str, default: str) -> str:
    """The variable's text, stripped; `default` where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool) -> bool:
    """`1/true/yes/on` or `0/false/no/off`; anything else is refused."""
    value = text(name, "1" if default else "0").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise SettingError(name, f"“{value}” is neither yes nor no.", "Write 1 or 0.")


def choice(name: str, default: str, allowed: set[str]) -> str:
    """One of the allowed words, whatever the letter case."""
    value = text(name, default).upper()
    if value not in allowed:
        raise SettingError(
            name, f"“{value}” is not known here.", f"Write one of {', '.join(sorted(allowed))}."
        )
    return value


def address(name: str, default: str) -> str:
    """A web address with its scheme, without a final slash."""
    value = text(name, default).rstrip("/")
    if not value.startswith(("http://", "https://")):
        raise SettingError(
            name, f"“{value}” has no http:// or https://.", "Write e.g. https://spoiwo.example.org."
        )
    return value


def number(name: str, default: int, *, least: int, most: int) -> int:
    """A whole number between `least` and `most`."""
    value = text(name, str(default))
    try:
        result = int(value)
    except ValueError:
        raise SettingError(name, f"“{value}” is not a whole number.", f"Write e.g. {default}.") from None
    if not least <= result <= most:
        raise SettingError(name, f"{result} is out of range.", f"Write a number from {least} to {most}.")
    return result


def words(name: str, default: str) -> list[str]:
    """Comma-separated words, empty ones left out."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: str) -> Path:
    """An absolute path of a folder that exists afterwards and can be written to."""
    path = Path(text(name, default)).expanduser().resolve()
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o750)
    except OSError as problem:
        raise SettingError(
            name,
            f"the folder {path} cannot be made ({problem.strerror}).",
            "Name a folder this user may write to.",
        ) from None
    if not os.access(path, os.W_OK):
        raise SettingError(
            name,
            f"the folder {path} cannot be written to.",
            "Give this user the right to write there, or name another folder.",
        )
    return path


def secret(name: str, keep_in: Path) -> str:
    """The variable, or the content of the file named by `NAME_FILE`, or a key made once and kept in `keep_in`."""
    if value := text(name, ""):
        if len(value) < 32:
            raise SettingError(
                name,
                "it is shorter than 32 characters.",
                "Use at least 32 random characters, or leave it unset: one is then made for you.",
            )
        return value
    source = Path(text(name + "_FILE", "") or keep_in)
    if not source.exists():
        if source != keep_in:
            raise SettingError(
                name + "_FILE", f"the file {source} does not exist.", "Name a file with the key in it."
            )
        _keep_once(source, secrets.token_urlsafe(48))
    return source.read_text().strip()


def _keep_once(path: Path, key: str) -> None:
    """Writes the key unless another process starting at the same moment was faster; no reader ever sees half of one."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(key)
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    except OSError:  # a disk without hard links
        fresh.replace(path)
    fresh.unlink(missing_ok=True)


def email(name: str, default: str, letters: Path) -> dict[str, object]:
    """Django's e-mail settings out of one address.

    `console:` prints, `folder:` (or `folder:///path`) writes each letter to a file, `smtp://user:password@host:587`
    uses STARTTLS unless `?tls=0`, `smtps://…:465` TLS from the start.
    """
    value = text(name, default)
    parts = urlsplit(value)
    base = "django.core.mail.backends."
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": base + "console.EmailBackend"}
    if parts.scheme == "folder":
        return {
            "EMAIL_BACKEND": base + "filebased.EmailBackend",
            "EMAIL_FILE_PATH": parts.path or str(letters),
        }
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise SettingError(
            name,
            f"“{parts.scheme}:” is not a way to send letters.",
            "Write console:, folder: or smtp://user:password@host:587.",
        )
    try:
        port = parts.port or (465 if parts.scheme == "smtps" else 587)
    except ValueError:
        raise SettingError(name, "the port is not a number.", "Write smtp://host:587.") from None
    tls = parse_qs(parts.query).get("tls", ["1"])[0] != "0"
    return {
        "EMAIL_BACKEND": base + "smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and tls,
        "EMAIL_TIMEOUT": 30,
    }
