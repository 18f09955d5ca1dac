"""The words of agreements: what they are called, what is done to them, what they are about. Data only."""

from spoiwo.reading.facts.masks import pattern
from spoiwo.reading.facts.words import listed

# How a document is called → its form in the register; the first match wins.
FORMS = (
    (r"list(?:u|em)? intencyjn\w+", "list intencyjny"),
    (r"aneks(?:u|em)?", "aneks"),
    (r"deklaracj(?:a|ę|i|ą) (?:przystąpienia|członkowsk\w+|akcesyjn\w+)|akces(?:u)?", "akces"),
    (r"deklaracj(?:a|ę|i|ą)", "deklaracja"),
    (r"umow(?:a|ę|y|ą|ie)|kontrakt(?:u|em)?", "umowa"),
    (r"porozumieni(?:e|a|u|em)|pakt(?:u|em)?|memorandum|protok[oó]ł(?:u)? współpracy|partnerstw(?:o|a) lokaln(?:e|ego)", "porozumienie"),
)  # fmt: skip
FORM = "(?P<form>" + "|".join(words for words, _form in FORMS) + r")\b"
# What is done to a document, as dictionary forms; of these in the present tense too.
DONE = listed(
    "podpisać podpisywać zawrzeć zawierać parafować sygnować zawiązać przyjąć ratyfikować złożyć zgłosić podjąć nawiązać wręczyć związać składać sporządzić "
    "dojść stać nastąpić dopełnić wymienić przypieczętować sfinalizować odnowić przedłużyć opatrzyć uzgodnić podpis ustanowić"
)
# What an annex does.
CHANGED = listed("rozszerzyć zmienić wydłużyć przedłużyć uzupełnić poszerzyć zwiększyć")
DONE_NOW = listed("podpisywać zawierać parafować składać sygnować")
ABOUT_VERBS = listed("reprezentować deklarować zobowiązywać zobowiązać przewidywać")
JOINED = listed("przystąpić dołączyć wstąpić przyłączyć akcesować przystępować dołączać wstępować przyłączać")
JOINS_NOW = listed("przystępować dołączać wstępować przyłączać")
WHAT_ONE_JOINS = r"(?:porozumieni|partnerstw|pakt|sieci|koalicj|umowy|klastr|inicjatyw|deklaracj|związk|stowarzyszeni|karty|programu Θ|Θ|Ω)"
NO_AGREEMENT = pattern(
    r"\b(?:umow\w{1,3} (?:o pracę|zlecen\w+|o dzieło|najmu|na czas|o staż|ubezpieczen\w+|na zastępstwo|społeczn\w+)|deklaracj\w+ (?:podatkow\w+|PIT|majątkow\w+|chęci))"
)
# What an agreement is about: words that may stand further on, and small ones that must follow at once.
ABOUT_FAR = pattern(
    r"\b(?:w sprawie|na rzecz|w zakresie|dotycz(?:ąc\w{1,3}|y(?: (?:ono|ona|on))?|ył[aoy]?)|w przedmiocie|odnośnie(?: do)?|mając\w{1,3} na celu|"
    r"(?:jego|jej|którego|której) (?:celem|przedmiotem|tematem) (?:jest|będzie|są|był[aoy]?)|przedmiotem (?:porozumienia|umowy|listu) (?:jest|są|był[aoy]?)|"
    r"dokument\w{0,3} (?:o|w sprawie)|deklaruj\w+|zobowiąz\w+ się do|na (?=\w+(?:nie|cie|cję)\b)) ?"
)
ABOUT_NEAR = pattern(
    r"(?: nr \S+)?(?: (?:ramow\w+|partnersk\w+|trójstronn\w+|dwustronn\w+|współpracy|wieloletni\w+|lokaln\w+|programow\w+))* "
    r"(?P<cue>w sprawie|na rzecz|w zakresie|dotycząc\w{1,3}|o(?! współpracy [ΩΥz]| (?:łączn\w+ |całkowit\w+ )?(?:wartości|kwoc|numer))|do|dla|na(?! czas| okres| rok| lata| mocy| podstawie| pracę| kwotę| sumę| Ν)) "
)
GOES_ON = pattern(
    r"\b(?:podpis\w*|przystąpi\w+|dołączy\w+|reprezentowa\w+|sygnatariusz\w*|stron(?:ami|y|ą|ę)|w imieniu|ze strony|zgłosi[łl]\w*|przyję\w+|zawar\w+|dokument\w*|swój podpis)\b|(?<!\w)(?:są to|są nimi|są wśród nich|wśród nich są)(?=:| Ω| Υ| \w+ Ω)"
)
OTHER_EVENT = pattern(
    r"\b(?:konferencj\w+|warsztat\w+|seminari\w+|debat\w+|gal[aęiąy]|szkoleni\w+|konkurs\w*|obrad\w*|posiedzeni\w+)\b"
)
GUEST = pattern(
    r"\b(?:wzi(?:ął|ęła|ęli|ęło) udział|uczestniczy\w*|obecn\w+|świad\w+|gości\w*|tłumaczy[łl]\w*|wysłucha\w*|wystąpieni\w+|powita\w+|otworzy[łl]\w*|poprowadzi[łl]\w*|przygląda[łl]\w*|"
    r"gratulowa\w*|asystowa[łl]\w*|kontaktu|rzeczni\w+)\b"
)
SAME_DAY = pattern(
    r"\b(?:na zakończenie|na koniec|podczas|w (?:drugiej|ostatniej|kolejnej|dalszej|końcowej) części|w trakcie|tego (?:samego )?dnia|po części|wówczas|wtedy|stosown\w+|przy tej okazji|przy okazji|na finał|wcześniej|jednocześnie|równocześnie|w przerwie|w południe|po południu|po (?:przerwie|obradach|debacie|dyskusji|spotkaniu|konferencji|prezentacj\w+|wystąpieniach))\b"
)
# An earlier document spoken of by its date: "aneks do porozumienia z dnia …".
EARLIER = pattern(r"\b(?:do )?(?P<form>porozumieni[ae]|umowy) z (?:dnia )?(?P<date>Δ+)")
# A document whose text this is: its name alone above, "my, niżej podpisani" or "pomiędzy:" below.
OWN_TEXT = pattern(r"\b(?:niżej podpisani|my, |pomiędzy:?|między:?|postanawia\w+, co następuje)")
# Without these a signature or a paper drawn up is of anything: "złożyli podpisy", "sporządzono protokół".
OF_ANYTHING_NOW = listed("składać sporządzić")
SIGNATURE = pattern(r"\b(?:podpis\w*|pomiędzy|między|aneks\w*|umow\w*|porozumieni\w*)\b")
