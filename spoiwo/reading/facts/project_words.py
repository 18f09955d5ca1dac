"""The words of projects: what they are called, programmes that pay, who leads and who helps, for whom, how long. Data only."""

import re

from spoiwo.reading.facts.masks import ACTOR, ACTORS, pattern
from spoiwo.reading.facts.words import listed

_CALLED = r"(?: (?:pn\.|pt\.|pod nazwą|pod tytułem|o nazwie|o tytule|zatytułowan\w+|nazwan\w+))?"
PROJECT = r"(?:projek(?:t|tu|tem|cie|towi|ty|tów|tach|tami)|przedsięwzięci(?:e|a|u|em)|programi?(?:u|em|ie)?)"
NAMED = (
    pattern(
        rf"\b{PROJECT}\b(?: (?!na|do|za|przez|w|z|i|o\b)[a-ząćęłńóśźż]+){{0,3}}?{_CALLED}(?::|,(?= ?Θ+(?:,| \()))?(?: [–-])? ?(?P<name>Θ+)"
    ),
    pattern(rf"\b{PROJECT} {ACTOR}, (?P<name>Θ+)"),
    pattern(r"\b(?:projektodawc|lide|beneficjent|realizato|koordynato)\w* (?P<name>Θ+)"),
    pattern(rf"(?P<name>Θ+)(?: [–-]|,)? (?:to|jest to|jako)? ?(?:\w+ ){{0,2}}?{PROJECT}\b(?!:? Θ)"),
    pattern(
        r"(?P<name>Θ+)(?: [–-] |(?:[^.\nΘ]|\.\d){0,80}\b)(?:lider|realizator\w*|beneficjent|projektodawc\w+)\b"
    ),
    pattern(
        rf"(?P<name>Θ+)[ ,–-]{{1,3}}(?:tak|tę nazwę|taką nazwę|taki tytuł|to (?:tytuł|nazwa)) ?(?:nazywa się|brzmi|nosi)? (?:\w+ )?{PROJECT}\b"
    ),
    pattern(rf"(?P<name>Θ+)[.!] (?:jest )?to (?:\w+ )?{PROJECT}\b"),
    pattern(
        r"\bwnios(?:ek|ku) (?P<name>Θ+)(?:,? [^.;Θ]{0,80}?,?)? (?:otrzyma|dosta|uzyska|zdoby)(?:ł|ła|ło) [^.;Θ]{0,30}?(?:dofinansowani|dotacj|pieniądz|środk|wsparci|Ν)"
    ),
    pattern(rf"(?P<name>Θ+) zajmie się (?P<who>{ACTOR})"),
    pattern(
        r"\b(?:rusz\w+|(?:wy)?start\w+|rozpocz\w+)(?: \w+){0,2} (?:kolejn|następn|now|drug|trzeci|ostatni)\w{1,3}(?: z nich)?(?::|,| [–-]) ?(?P<name>Θ+)"
    ),
    re.compile(
        r"\n[ \t]{0,9}(?:[a-h]\)|[-–•*]|\d{1,2}[.)])\s{0,9}(?P<name>Θ+)\s+[–-]\s[^\n;]{0,60}?\b(?:wartość|PO\s?KL|RPO|PO\s?WER|Priorytet|(?:Podd|D)ziałanie)\b"
    ),
)
# "program „X”" names a project only where it is led or paid for, not a book or a broadcast.
ONLY_PROGRAMME = pattern(r"\bprogram(?:u|em|ie)?\b[^.]{0,40}$")
COLUMNS = (
    (
        "name",
        re.compile(
            r"(?:tytuł|nazwa|projekt)\b(?!\s(?:szkole|kurs|zaję|spotka|konferenc|warsztat|impre|wydarze|konkurs))"
        ),
    ),
    ("lead", re.compile(r"(?:lider|beneficjent|realizator|wnioskodawca|projektodawca)")),
    ("partner", re.compile(r"partner")),
    ("value", re.compile(r"(?:wartość|budżet|kwota|dofinansowanie|koszt)")),
    ("date", re.compile(r"(?:termin|okres|czas|realizacja|kiedy)")),
    ("target_group", re.compile(r"(?:grupa|odbiorcy|dla kogo|uczestnicy)")),
    ("programme", re.compile(r"(?:program|źródło)")),
)
NAME_LABEL = pattern(r"(?:nazwa|tytuł)(?: projektu| przedsięwzięcia)?|projekt")
IS_ABOUT = pattern(
    r"\b(?:projek\w+|przedsięwzięci\w+|lider\w*|partner\w*|beneficjent\w*|realiz\w+|dofinansowani\w+|wsparci\w+|rezultat\w*|działani\w+|wartoś\w+|budżet\w*|potrwa|trwa\w*|uczestni\w+|koszt\w*|kwot\w+|kiedy|okres\w*|termin\w*|prowadz\w+|wart[aey]?|grup\w+|skorzysta\w+|mogą|może|kierowan\w+|adresowan\w+|przeznacz\w+|zakończ\w+|zamkn\w+|program\w*|wdraż\w+|pozyska\w+|rozpocz\w+|środk\w+|pieniądz\w+|dotacj\w+|kosztow\w+|rusz\w+|kończ\w+|start\w*|koniec|końca|nauczy|przeszkoli|obejmie|udziału)\b|Θ"
)
_YEARS = r"(?: (?:na lata )?\d{4}\s?[–-]\s?\d{4})?"
PROGRAMME = re.compile(
    r"\b(?P<name>Program\w{0,3}\s+Rozwoju\s+Obszarów\s+Wiejskich(?:\s+na\s+lata\s+\d{4}\s?[–-]\s?\d{4})?|(?:[A-ZŁŚ]\w+skiego\s+)?(?:(?:Regionaln|Krajow|Zintegrowan|Sektorow|Ponadregionaln)\w+\s+)?Program\w{0,3}\s+Operacyjn\w{1,3}(?:\s+(?:i\s+)?[A-ZŁŚŻŹĆ][\wó-]+)+(?:\s+na\s+lata\s+\d{4}\s?[–-]\s?\d{4}|\s+\d{4}\s?[–-]\s?\d{4})?|"
    r"RPO\s?[–-]\s?[A-ZŁŚ]\w+(?:\s+\d{4})?|PO\s?KL(?: \d{4}[–-]\d{4})?|PO\s?WER(?: \d{4}[–-]\d{4})?|POWER|(?:[A-ZŁŚ]\w+(?:-[A-ZŁŚ]\w+)?ski\s+)?RPO(?:\s?W[A-Z]\b)?(?:\s+(?:województwa\s+)?[A-ZWŁŚŻ](?!UP\b|OPS\b|CPR\b)[\w-]+|\s+województwa\s+[a-ząćęłńóśźż-]+kiego)*(?:\s+na\s+lata\s+\d{4}\s?[–-]\s?\d{4}|\s+\d{4}[–-]\d{4})?|ZPORR|SPO\s?RZL|SPO\s+Rozwój\w*\s+Zasobów\s+Ludzkich|FERS|FEO[A-Z]*|FE[A-Z]{1,4}\b(?:\s+\d{4}[–-]\d{4})?|PROW(?: \d{4}[–-]\d{4})?|PO\s?FIO|PO\s?IiŚ|"
    r"Fundusz\w+\s+Europejski\w+\s+dla\s+[A-ZŁŚŻŹĆ]\w+(?:\s+(?:Społeczn\w+|i\s+\w+|[A-ZŁŚŻŹĆ]\w+))*(?:\s+\d{4}[–-]\d{4})?|Phare(?:\s+\d{4})?|Erasmus\+|(?:Program\w{0,3}\s+)?(?:Interreg|INTERREG)(?:\s+[IVX]+\s?[- ]?[A-C]?)?(?:\s+[A-ZŁŚŻŹĆ]\w+(?:[-–][A-ZŁŚŻŹĆ]\w+)*)?|(?:Inicjatyw\w+\s+Wspólnotow\w+\s+)?EQUAL|"
    r"(?:program\s+)?Leonardo\s+da\s+Vinci|Działaj\s+Lokalnie|Fundusz(?:u)?\s+(?!Pracy|Europejsk|Społeczn)[A-ZŁŚŻ]\w+(?:(?:,|\s+i)?\s+[A-ZŁŚŻ]\w+)+|Kapitał\s+Ludzki|Mechanizm\w*\s+Finansow\w+\s+[A-Z]{3}|Fundusz\w*\s+Inicjatyw\s+Obywatelskich|Rządow\w+\s+Program\w*\s+[A-ZŁŚŻŹĆ]\w+(?:\s+(?:na\s+rzecz\s+)?[A-ZŁŚŻŹĆ]\w+)*)"
)  # fmt: skip
# A programme called by a name in quotation marks, where it is what pays.
PAYING = pattern(
    r"\b(?:z|ze środków|w ramach|ze wsparciem|dofinansowan\w+ z|sfinansowan\w+ z) (?:\w+ )?(?:programu|funduszu|konkursu grantowego)(?: \w+)? (?P<name>Θ+)|\(program(?:u|em)?:? (?P<aside>Θ+)"
)
MEASURE = re.compile(
    r"\b(?P<kind>(?:Pod)?[Dd]ziałani(?:e|a|u|em)|Oś\s+[Pp]riorytetow\w+|[Oo]si\s+[Pp]riorytetow\w+|Priorytet(?:u|em|cie)?)\s+(?:nr\s+)?(?P<number>\d+(?:\.\d+){0,3}|[A-Z]{4}\.\d\d(?:\.\d\d)?|[IVX]+(?:\.\d+){0,3})"
)
SHORT_MEASURE = re.compile(r"\b(?:POWER|PO WER|PO KL|SPO RZL|RPO\s?\w*|FE\w+)\s+(?P<number>\d\.\d)")
# Who leads, as dictionary forms of what a leader does with a project.
LEADS = listed(
    "realizować zrealizować prowadzić poprowadzić wdrażać wdrożyć rozpocząć rozpoczynać zakończyć uruchomić uruchamiać pozyskać otrzymać uzyskać "
    "koordynować zainaugurować dostać wygrać przygotować napisać złożyć kontynuować zamknąć objąć"
)
# Of these the surest: who only got the money may have left the work to another.
REALISES = listed("realizować zrealizować prowadzić wdrażać wdrożyć koordynować")
WILL_LEAD = pattern(
    rf"\b(?:(?:będzie|będą) (?:realizowa\w+|prowadzi\w+|wdraża\w+|koordynowa\w+)|(?:realizować|prowadzić|wdrażać|koordynować)(?: go| je| projekt)? (?:będzie|będą)) (?P<who>{ACTOR})"
)
LEAD_NOUNS = (
    pattern(rf"\b(?:lider(?:em|ka|ką)?|beneficjent(?:em|a|ka|ką)?|projektodawc\w+|realizator(?:em|ka|ką)?|wnioskodawc\w+)(?: (?:projektu|tego|partnerstwa|przedsięwzięcia|Θ+|dofinansowania|\([a-z ]+\)))*(?: (?:jest|był[aoy]?|będzie|to|została?|pozostaje))?(?:[:\s–-]|firma ){{1,4}}(?P<who>{ACTOR})"),
    pattern(rf"\b(?:lider|liderka|beneficjent|realizator), (?P<who>{ACTOR}),"),
    pattern(rf"(?P<who>{ACTOR})(?: w Λ+| z Λ+)?,? [(–-]? ?(?:jako )?(?:lider|beneficjent|projektodawca|wnioskodawca|realizator)\b"),
    pattern(rf"(?P<who>{ACTOR}) (?:jest|będzie|był[aoy]?|został[aoy]?|pozostaje) (?:\w+ )?(?:liderem|liderką|beneficjentem|beneficjentką|realizatorem|realizatorką|projektodawcą|wnioskodawcą|koordynatorem)\b"),
    pattern(rf"\bzajmie się (?P<who>{ACTOR})"),
    pattern(rf"\bprojek(?:t|tu|cie|tem|towi) (?P<who>{ACTOR}),? (?:pn\. |pt\. |pod nazwą )?Θ"),
    pattern(rf"\b(?:realizację|prowadzenie|wdrażanie|realizacja|prowadzenie)(?: (?:projektu|przedsięwzięcia))?(?: Θ+)? (?:powierzono|zlecono|należy do|spoczywa na|przypadł\w+) (?P<who>{ACTOR})"),
)  # fmt: skip
TOGETHER = re.compile(
    r"\b(?:wspólnie|wraz|razem|partnerstwie|współpracy|kooperacji|partnersko)\s+(?:z|ze)\s+$", re.IGNORECASE
)
PARTNER_NOUNS = (
    pattern(rf"\bpartner(?:em|ami|zy|ów|ką|ka|zy społeczni)?(?:,? (?:projektu|Θ+|urzędu|fundacji|stowarzyszenia|lidera|gminy|powiatu|szkoły|w projekcie|w nim|są|jest|byli?|był[ay]?|będą|będzie|społeczn\w+|zagraniczn\w+|przedsięwzięcia|został[aoy]?|zostali|zaś|natomiast|z kolei|któr(?:ym|ymi|ą) (?:jest|są|był[ay]?|byli|będzie|będą)))*(?:[:\s–-]|, ){{1,4}}(?:to )?(?P<who>{ACTORS})"),
    pattern(rf"(?P<who>{ACTORS}),? [(–-]? ?(?:jako )?partner(?:zy|ka|em)?\b(?! medial)"),
    pattern(rf"(?P<who>{ACTORS}) (?:(?:jest|są|będzie|będą|był[ay]?|byli) )?partner(?:em|ami|ką|kami)\b(?! medial)"),
    pattern(rf"\b(?:partnerował[aoiy]?|partneruj\w+)(?: (?:mu|jej|im|nam))? (?P<who>{ACTORS})"),
    pattern(rf"\budzia\w+ (?P<who>{ACTORS}) w partnerstwie"),
    pattern(rf"\b(?:w partnerstwie|we współpracy) ze? (?P<who>{ACTORS})"),
)  # fmt: skip
VALUE = (
    pattern(r"\b(?:wartoś\w{1,3}|wart\w{0,2}|budżet\w{0,2}|ile|koszt\w{0,6})\b(?:[^.;\n]|\.\d|(?<!\.)\n){0,110}?(?P<value>Ν+)"),
    pattern(r"\b(?:realizuj\w+|prowadz\w+|wdraż\w+) (?:go|je|ją)\b[^.;]{0,80}? za (?P<value>Ν+)"),
    pattern(r"\bprojekt\w{0,2}(?: Θ+)? za (?P<value>Ν+)"),
    pattern(r"\b[Zz]a (?P<value>Ν+) z(?:e)? (?:środków|funduszy|[^.;]{0,40}?\bprogramu\b)"),
    pattern(r"\bpieniądz\w+\b[^.;]{0,30}?(?P<value>Ν+)"),
    pattern(r"\b(?:dofinansowani\w+|dotacj\w+|pozyska\w+|otrzyma\w+|dosta\w+|kwot\w{1,2}|wsparci\w+|uzyska\w+|środk\w+|przyznan\w+|przeznacz\w+)\b[^.;]{0,60}?(?P<value>Ν+)"),
)  # fmt: skip
TARGET = pattern(
    r"(?:grup[ęąa]{1,2} docelow(?:ą|a) (?:projektu )?(?:stanowi|stanowią|są|jest|to|byli|tworzy|tworzą)|dla kogo: |dla kogo\? (?:dla )?|grupa docelowa(?: projektu)?:|\b(?:s?kierowan\w+|adresowan\w+|przeznaczon\w+) (?:jest |był |był[ao] |będzie |głównie |przede wszystkim )*(?:do|dla)|"
    r"(?:odbiorc(?:ami|y)|adresat(?:ami|em)|beneficjentami) (?:projektu |przedsięwzięcia )?(?:Θ+ )?(?:są|byli|jest|będą)|uczestni(?:kami|czkami) (?:projektu )?(?:Θ+ )?(?:są|będą|byli|były|mogą być)|mo(?:że|gą) (?:się )?(?:do niego |w nim |z niego )?(?:przystąpić|zgłosić|zgłaszać|wziąć udział|skorzystać|aplikować)(?: się)?(?: do niego| w nim| z niego)?|do udziału (?:w (?:nim|projekcie|przedsięwzięciu) )?(?:(?:zostaną|zostali|są|będą) )?zapr(?:oszen\w+|aszam\w+|aszaj\w+)(?: (?:zostaną|zostali|są|będą))?|(?:wsparciem zosta\w+ objęt\w+|skorzysta\w*|skorzystają|weźmie udział|obejmie wsparciem|objąć wsparciem|objęt\w+ wsparciem|wesprze|wsparcie (?:otrzyma|uzyska|dostanie)\w*)(?: z niego| w nim)?) (?!(?:ze?|we?|na|do) )(?P<target>)"
)
RESULT = pattern(
    r"(?:(?:rezultat|efekt|osiągnięci)\w{0,3}(?: projektu)?:|efektem (?:projektu )?(?:są|jest|był[aoy]?|było|będzie)|rezultatem (?:projektu )?(?:są|jest|był[aoy]?)|co już za nami:|rezultaty to|co się udało:|(?<!zanim\s)(?<!gdy\s)(?<!kiedy\s)(?:powstał[aoy]?|utworzono)(?: też| także| również)?(?! (?:w ramach|dzięki|z|ze|przy|po|w wyniku)\b)|dzięki (?:niemu|projektowi|któr\w+)(?: Θ+)?(?!,|Θ| Θ)|któr\w+ efektem (?:jest|są)|co po (?:nas|nim|projekcie) (?:po)?zosta\w+\?|po (?:nas|nim|projekcie) (?:po)?zosta(?:je|ną|nie|ł[aoy]?|ją):?) (?P<result>)"
)
# The line above a list of what a project gave: "Efekty podsumował koordynator:".
RESULT_LIST = pattern(
    r"\b(?:rezultat|efekt|osiągnięci)(?:y|a|em|ami|ach|ów)?\b[^.:\n]{0,70}:(?= ?\n)|\bco (?:się )?udało(?: się)?(?: \w+)?:(?= ?\n)"
)
STARTS = re.compile(
    r"\b(?:od|w\s+latach|rozpocz\w+(?:\s+się)?|rozpoczyna\w*(?:\s+się)?|zaczyna\w*(?:\s+się)?|start(?:uje|ował|owała|ujemy)|wystart\w+|rusz\w+|inaugur\w+|początek:?|start:?|startuje|potrwa|trwa\w*|w\s+latach|w\s+okresie|kiedy\??:?|realizacj[iaę]:?|realizowan\w+(?:\s+(?:jest|był|będzie))?|okres:?)\s+(?:w\s+|z\s+dniem\s+|dnia\s+|w\s+okresie\s+|od\s+|w\s+latach\s+)?$",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\b(?:do(?:\s+końca)?|(?:zakończeni\w+|koniec|finał)\s+(?:\w+\s+)?(?:przewidzian\w+|zaplanowan\w+|planowan\w+|nastąpi)?\s*(?:na|w)?|kończy\w*(?:\s+się)?|zakończ\w+(?:\s+(?:się|je|go))?|(?:koniec|zakończenie):|zakończon\w+|dobiegn\w+\s+końca|dobieg\w*\s+końca|zamkn\w+|[–-])\s+(?:w\s+|z\s+dniem\s+|dnia\s+)?$",
    re.IGNORECASE,
)  # fmt: skip
