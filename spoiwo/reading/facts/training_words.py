"""The words of trainings: what they are called, what they are about, who holds them, who learns. Data only."""

from spoiwo.reading.facts.masks import ACTORS, pattern

TRAINING = pattern(
    r"\b(?:szkole(?:nie|nia|niu|niem|ń|niach|niami)|kurs(?:u|em|ie|y|ów|ach|ami)?|instruktaż(?:u|em)?|doszkalani[ea])\b(?! walut)"
)
# Learning told by a verb: "przeszkolono 20 rolników z …", "strażacy szkolili się …".
LEARNED = pattern(
    r"\b(?:przeszkol(?:ił[aoy]?|ili|ono|on[yae]|eni)|szkol(?:ił[aoy]? się|ili się|iły się|ono)|dokształca\w+ się|(?:uczy|ćwiczy)(?:li|ły|ło)(?:śmy)? się|(?:będ[ąz]\w* się uczy(?:ć|li|ły)|uczyć się będ[ąz]\w*)|ucz(?:y|ą) się(?= (?!zawod)[a-ząćęłńóśźż]+(?:i|y|u|a|ów|ń)\b)|pozna(?:je|ją) (?:tajniki|zasady|podstawy|arkana|sztukę)|(?:rozpocz|zacz|ukończ|skończ)\w+(?: we? Λ+| Δ+)* naukę(?! zawod| w )|przeszkoliliśmy|szkoliliśmy(?: się)?|poznawa(?:li|ły|ło) (?:tajniki|zasady|podstawy|arkana|sztukę)|zgłębia(?:li|ły|ło) (?:tajniki|zasady))\b"
)
LEARNING = pattern(
    r"\b(?:pozna\w+|dowie(?:dzie|dzia)\w+ się|uczy\w*|ucz[ąy]\w*|ćwicz\w+|szkol\w+|kurs\w{0,3}|zajęci\w+|dokształc\w+)\b"
)
NONE = pattern(
    r"\b(?:o terminie|odrębnie|planowane, |termin\w* nie|nie będzie|nie ruszy|nie dojdzie|odwołan\w+|przełożon\w+|nie odbę\w+|nie odby[łl]\w*|cykl szkoleń|w przygotowaniu)\b"
)
_CALLED = r"(?: (?:pn\.|pt\.|pod nazwą|pod tytułem|pod hasłem|zatytułowan\w+))?"
# A title beside the noun; a few words and an audience may stand between.
TITLE = pattern(
    rf",?(?: (?!dla|od|do|w|z|ze|na|projekt|program|konkurs|Δ)[a-zęółąśżźćń]+){{0,2}}?(?: dla (?P<for>[\w ]{{3,60}}?))?{_CALLED}(?: [–-]|:)? ?(?P<name>Θ+)"
)
TITLE_AFTER = pattern(
    r"\b(?:pn\.|pt\.|pod nazwą|pod tytułem|pod hasłem|temat\w*|tytu[łl]\w*) (?:\w+ )?(?P<name>Θ+)"
)
# What a training is about, said by a preposition; it may stand a little further on.
ABOUT = pattern(
    r"(?: dla (?P<for>[a-ząćęłńóśźż ]{3,60}?))?,? (?:z zakresu|na temat|nt\.|z tematu|(?:jego|którego) tematem (?:jest|był[oay]?|będzie)|o tematyce|dotycząc\w{1,3}|w zakresie|w dziedzinie|obejmując\w{1,3}|poświęcon\w+|tematyka:|(?:z|ze|o) (?![ΩΥΦΠΔΛΝ]|(?:czego|tego|nich|kolei|reguły|pewnością|udziałem|dnia|siedzibą|okazji|inicjatywy|terenu|całego|powiatu|gminy|województwa|funduszy|środków|budżetu|udziału|dużym|nami|osób|godz\w*|którym|której|których|roku|zastosowaniem|projektu|pieniędzy|dotacji|pomocą|programu)\b)) ?"
)
# Or at once, in the genitive or as an adjective: "kurs spawacza", "szkolenie komputerowe".
OF_WHAT = pattern(
    r"(?P<for>)(?: bezpłatn\w+)? ?:? (?=(?:opiekun|operator|spawacz|kucharz|sprzedawc|kasjer|fryzjer|księgow|obsług|grafi|magazynier|palacz|kierowc|pilarz|"
    r"florys|przedsiębiorczo|języ|komputer|praw|barman|kelner|cukiernik|piekarz|stolarz|murarz|elektryk|hydraulik|glazurni|brukarz|krawiec|kosmety|wizaż|masaż|"
    r"instruktor|animator|pierwszej|BHP|bhp|pedagogiczn|liderów|asystent|ogrodni|rolni|pszczelar|monter|tokarz|ślusarz|dekarz|tapicer|ratowni|mediator|"
    r"[a-ząćęłńóśźż]{2,}(?:ania|enia|ęcia|ycia|icia)\b|haft|rękodzieł|gastronom|bukieciar|wikliniar|garncar|ceramik|autopre|pisania|negocjac|marketing|programo|e-|pracownik\w* biur|sekretar|stylizac))"
)
_HOLDS = r"(?:zorganizował[aoy]?|zorganizuje|zorganizują|organizują|prowadzą|poprowadzą|urządził[aoy]?|urządza|uruchamia|rozpoczyna|organizowali|zorganizowali|przeprowadza|ogłasza nabór na|przeprowadził[aoy]?|organizuje|organizował[aoy]?|prowadzi|prowadził[aoy]?|poprowadzi|poprowadził[aoy]?|zaprasza(?: Δ+)? na|przeszkolił[aoy]?|przygotował[aoy]?|uruchomił[aoy]?|zaproponował[aoy]?|rozpoczął|rozpoczęł[ao])"
ORGANISERS = (
    pattern(
        rf"\borganizator(?:em|ami|zy|ką|ka)?(?: \w+)?(?: jest| był[aoy]?| są|,)?:? (?:firma )?(?P<who>{ACTORS})"
    ),
    pattern(
        rf"\borganizator(?:em|ami|ką)\b[^.ΩΥΦ]{{0,120}}?\b(?:był[ay]?|byli|jest|są|będzie|będą) (?P<who>{ACTORS})"
    ),
    pattern(
        rf"\b{_HOLDS} (?:i {_HOLDS} )?(?:nasz[ae]? )?(?:(?:Δ+|we? Λ+) )*(?:je |go |szkoleni\w |kurs |zajęcia )?(?:dla nich |dla \w+ )?(?P<who>{ACTORS})"
    ),
    pattern(
        rf"\b(?:zorganizowan\w+|prowadzon\w+|przeprowadzon\w+|organizowan\w+|przygotowan\w+)(?: \w+){{0,4}} przez (?P<who>{ACTORS})"
    ),
    pattern(rf"(?P<who>{ACTORS})(?: w Λ+)? (?:\w+ ){{0,1}}?{_HOLDS}"),
    pattern(rf"(?P<who>{ACTORS}) (?:\w+ )?zaprasza(?:ją)?\b[^.ΩΥ]{{0,80}}?\bna\b"),
    pattern(rf"(?P<who>{ACTORS})[^.ΩΥ]{{0,200}}?\b{_HOLDS} (?:\w+ )?(?:szkole|kurs)"),
)
ORGANISERS_OF_ALL = (
    pattern(
        rf"(?<!jego\s)(?<!Jego\s)(?<!Jej\s)\borganizator(?:em|ami|zy|ką|ka)?(?: szkoleń| kursów| zajęć| wszystkich| obu)*(?: jest| był[ay]?| są)?:? (?:firma |\w+n[aey] )?(?P<who>{ACTORS})"
    ),
    pattern(rf"\b(?:szkolenia|kursy|zajęcia) {_HOLDS}(?: Δ+| we? Λ+)* (?:firma )?(?P<who>{ACTORS})"),
    pattern(rf"\b(?:oba|obydwa|wszystkie) {_HOLDS} (?:firma )?(?P<who>{ACTORS})"),
    pattern(rf"\b{_HOLDS} (?:je|wszystkie|oba) (?:firma )?(?P<who>{ACTORS})"),
    pattern(
        rf"(?P<who>{ACTORS}) (?:zaprasza na|organizuje|ogłasza nabór na) (?:\w+ ){{0,2}}(?:szkolenia|kursy)"
    ),
)
GOES_ON = pattern(
    r"(?:\b(?:spotykamy|widzimy) się\b|\bpocząt(?:ek|kiem)\b|\b(?:zaplanowano|wyznaczono|zorganizowano|przeprowadzono) (?:je|go)\b|\bprzesz\w+ (?:je|go|przez)\b|zapisa\w+ się|skorzysta\w+|\bzorganizuj\w+ (?:je|go)\b|liczba miejsc|organizator\w*|zorganizowa[łl]\w*|prowadzi[łl]\w*|poprowadz\w+|wzięło|wzięli|udział|uczestni\w*|przewidziano|obejmie|objęto|ukończy[łl]\w*|przeszkolon\w+|"
    r"zjawi\w+ się|przysz(?:ło|li|ły)|przyby(?:ło|li|ły)|uczy(?:ło|li|ły) się|słucha(?:ło|li|ły)|pojecha\w+|rozpoczn\w+|rozpoczę\w+|rozpoczyna\w*|rusz\w+|start\w*|zaczę\w+|zaczyna\w*|ukończy\w+|dyplom\w*|urządza\w*|kiedy|termin\w*|trwa\w*|odby[łl]\w*|odbęd\w+|odbyw\w+|zajęcia|potrwa|miejsc|grupa|przygotowa\w+|uprawnieni\w+|egzamin\w*|certyfikat\w*|trener\w*|wykład\w*|dotyczy\w*|uczy\w* się|szkol\w+ się|temat\w*|zaświadczeni\w+|certyfikat\w*)"
)
IN_TURN = pattern(
    r"(?:^|(?<=[.;]\s))(?:pierwsz|drug|trzeci|czwart|kolejn|następn|ostatni)(?:e|y|i|ie)(?: z nich)?(?:,| [–-]) (?:z (?:zakresu )?|pt\. |pod tytułem )?"
    r"(?P<subject>Θ+|[^\W\d_ΔΩΛΝΘ][^.,;ΔΩΝΘ]{3,70}?)(?:,| [–-]) "
)
# Said in a paragraph of its own it still tells of the training above.
PLACES_OFFERED = pattern(
    r"(?:przygotowa\w+|przewidzi\w+|mamy|czeka\w*|dysponuj\w+|oferuj\w+|liczba|miejsc)\b[^.ΔΩΝ]{0,30}Ν+"
)
# The same training for others: it keeps the subject told before.
AGAIN = pattern(
    r"\b(?:kolejn|następn|drug|trzeci|now)\w{1,3} (?:grup|edycj|tur|termin)\w{0,3}\b|\b(?:kolejne|następne) szkolenie (?:odb|zapl|rusz|rozp|już|Δ)|\b(?:takie|taki|to|ten) sam[oe]?\b|\bponown\w+|\bpowtórz\w+"
)
OTHER_EVENT = pattern(
    r"\b(?:konferencj\w+|warsztat\w+|seminari\w+|debat\w+|gal[aęiąy]|targi|targ[óa]w?|prezentacj\w+|spotkani\w+|konkurs\w*|posiedzeni\w+|porozumieni\w+)\b"
)
# Of these the counted words themselves say who learned; "osób" and "miejsc" do not.
PEOPLE = pattern(r"^(?!os[oó]b|uczestni|miejsc|słuchacz|kursant)")
# Before counted people: the training was for them, and not only visited by them.
GOT_WORK = pattern(r"\b(?:pracę|zatrudnienie)\b[^,.;]*$")
# "Łącznie skorzystało 66 osób": of all the trainings together.
IN_ALL = pattern(r"\b(?:łącznie|razem|w sumie|ogółem|ze wszystkich|w obu|w trzech|we wszystkich)\b[^.;]*$")
APPLIED = pattern(r"[^,.;]{0,30}\b(?:zgłosi\w+ się|aplikowa\w+|chętn\w+|stara\w+ się)")
MEANT_FOR = pattern(r"\b(?:dla|obejmie|obejmuje|objęł[ao]|objęto|przeszkol\w+|szkol\w+|skierowan\w+ do) $")
AUDIENCE = pattern(
    r"(?:(?:szkole\w+|kurs\w{0,3})[^.]{0,90}?|^) (?:dla|skierowan\w+ (?:jest |było |był )?do|adresowan\w+ (?:jest |było |był )?do|przeznaczon\w+ (?:jest |było |był )?dla) "
)
