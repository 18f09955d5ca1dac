"""Job `e-mails`: 1,000 personalised invitations until the mail server has the last, beside a plain script."""

import smtplib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import localtime
from pathlib import Path

from django.db import connection, transaction
from django.test import override_settings
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from bench.figures import Figure, Rule, by_turns, timed
from bench.house import ROOT, House
from bench.rows import MEN, SURNAMES, WOMEN
from spoiwo.mail.models import Letter
from spoiwo.mail.post import Written, post_written
from spoiwo.mail.rules import State

COUNT = 1_000
ROUNDS = 7
FROM = "Partnerstwo na rzecz zatrudnienia <partnerstwo@example.org>"
SUBJECT = "Zaproszenie na spotkanie Lokalnego Partnerstwa na rzecz Zatrudnienia w powiecie płockim"
TEXT = """{salutation}

serdecznie zapraszam na spotkanie Lokalnego Partnerstwa na rzecz Zatrudnienia w powiecie płockim, które odbędzie się
8 października o godzinie 10.00 w sali konferencyjnej Starostwa Powiatowego w Płocku przy ulicy Bielskiej 59.

W programie:
 – wyniki badania potrzeb pracodawców w gminach naszego powiatu,
 – oferta kształcenia zawodowego i możliwości dofinansowania szkoleń,
 – praca w grupach: usługi społeczne, przedsiębiorczość, młodzież na rynku pracy,
 – podpisanie aktów przystąpienia do partnerstwa.

Spotkanie jest bezpłatne, a sala dostępna dla osób poruszających się na wózkach. Prosimy o odpowiedź do 30 września;
wystarczy kliknąć poniższy adres, bez zakładania konta. Jeżeli nie może Pani lub Pan przyjść, prosimy o wskazanie
zastępcy, który weźmie udział w spotkaniu w imieniu Państwa instytucji:

https://partnerstwo.example.org/z/{code}/

Pod tym adresem można też wybrać inny termin, zgłosić potrzebę tłumaczenia na język migowy albo zadać pytanie
organizatorom. Z przyjemnością odpowiemy również telefonicznie w godzinach pracy urzędu.

Administratorem danych osobowych jest Starosta Płocki. Dane przetwarzamy wyłącznie w celu organizacji spotkania i przez
czas, który podajemy w klauzuli informacyjnej. Jeżeli nie chcą Państwo otrzymywać kolejnych zaproszeń, prosimy o wypisanie
się jednym kliknięciem; adres znajduje się w nagłówku tej wiadomości.

Z wyrazami szacunku
Anna Zielińska
koordynatorka partnerstwa
"""


def measure(house: House) -> list[Figure]:
    """The same mail server, a process of its own, for both; the same words, names and addresses."""
    stages: list[tuple[float, float]] = []
    with mail_server() as (port, log):

        def ours() -> float:
            with house.database(house.copy(house.examples, "letters")), our_settings(port):
                Letter.objects.all().delete()
                DBTaskResult.objects.all().delete()
                stages.append((timed(launch)[0], timed(send)[0]))
                if Letter.objects.filter(state=State.SENT).count() != COUNT:
                    raise RuntimeError("not every letter has left")
            return sum(stages[-1])

        def reference() -> float:
            return timed(lambda: plain_script(port))[0]

        mine, bare, samples = by_turns(ours, reference, rounds=ROUNDS)
        taken = len(log.read_text().splitlines())
    if taken != 2 * (ROUNDS + 1) * COUNT:
        raise RuntimeError(f"the mail server took {taken} mails")
    written, sent = (sorted(stage)[len(stages) // 2] for stage in zip(*stages, strict=True))
    notes = (
        f"{COUNT / mine:,.0f} letters a second against {COUNT / bare:,.0f}; texts of {len(TEXT.encode()):,} bytes",
        f"writing them into the outbox {written:.2f} s, the worker's rounds with a claim and a mark for each {sent:.2f} s "
        "(the wait in the queue, up to a second, is left out)",
    )
    what = "1,000 e-mails from the launch to the last one accepted, beside EmailMessage and one smtplib connection"
    return [Figure("e-mails", what, "s", mine, bare, Rule.RATIO_AT_MOST, 0.6, notes, samples)]


@contextmanager
def mail_server() -> Iterator[tuple[int, Path]]:
    """Port, and the file with a line for each mail it took."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "taken"
        command = [sys.executable, "-m", "tests.faults.smtp_sink", "--log", str(log)]
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as sink:
            yield int(sink.stdout.readline()), log
            sink.stdin.close()


def our_settings(port: int) -> override_settings:
    """Letters go to that server, unencrypted like the script's."""
    return override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=port,
        EMAIL_USE_TLS=False,
        DEFAULT_FROM_EMAIL=FROM,
    )


def addressees() -> Iterator[tuple[str, str, str]]:
    """Name, address, text: each text has a salutation and a link of its own."""
    for number in range(COUNT):
        woman, place = number % 2 == 0, number // 2
        given = (WOMEN if woman else MEN)[place % 20]
        name = f"{given} {SURNAMES[place % len(SURNAMES)][0 if woman else 1]}"
        salutation = "Szanowna Pani," if woman else "Szanowny Panie,"
        yield name, f"adresat{number}@example.org", TEXT.format(salutation=salutation, code=f"{number:012x}")


def launch() -> None:
    """What the launch of a campaign leaves to the outbox, in one transaction."""
    with transaction.atomic():
        post_written(
            Written(
                to=address,
                subject=SUBJECT,
                text=text,
                to_name=name,
                about_kind="meetings.invitation",
                about_id=number,
                scope=1,
                batch="meetings.campaign:1:invitation",
                unsubscribe_url=f"https://partnerstwo.example.org/w/{number:012x}/",
            )
            for number, (name, address, text) in enumerate(addressees())
        )


def send() -> None:
    """The worker's own loop over its queue, until nothing waits."""
    Worker(
        queue_names=["default"],
        interval=0,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="bench",
        excluded_queue_names=[],
    ).run()
    connection.close()


def plain_script(port: int) -> None:
    """The least that anybody would write: no database, no claim, nothing to go on from after a crash."""
    with smtplib.SMTP("127.0.0.1", port, local_hostname="localhost") as server:
        for number, (name, address, text) in enumerate(addressees()):
            message = EmailMessage()
            message["Subject"] = SUBJECT
            message["From"] = FROM
            message["To"] = Address(name, addr_spec=address)
            message["Date"] = localtime()
            message["Message-ID"] = f"<{number}.1@example.org>"
            message.set_content(text)
            server.send_message(message)
