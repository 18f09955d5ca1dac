"""The words of meetings: what an event is called, what says that it is held, who speaks and who comes. Data only."""

from spoiwo.reading.facts.masks import pattern

# How an event is called → its form in the register; the first match wins.
FORMS = (
    (r"konferencj\w{1,4}", "konferencja"),
    (r"warsztat(?:y|ów|ach|om|ami|u)", "warsztaty"),
    (r"wizy[tc]\w{1,3} studyjn\w{1,3}", "wizyta studyjna"),
    (r"seminari\w{1,3}|webinari\w{1,3}|webinar\w{0,3}", "seminarium"),
    (
        r"targi|targów|targach|targami|giełd\w{1,2} pracy|dzień otwart\w+ pracodawc\w+|(?-i:Dni)(?:ach|ami|om)? (?-i:Pracy|Kariery|Przedsiębiorczości|Zawodów|Edukacji|Rzemiosła|Pracodawc)\w*",
        "targi",
    ),
    (
        r"gal(?:a|i|ę|ą)|finał(?:u|em|owi)?|finale|uroczystoś\w{1,3} wręczeni\w{1,2}|uroczyste wręczenie|uroczystoś\w{1,3} podsumowując\w{1,3}|wręczenie (?:nagród|statuetek|wyróżnień)",
        "gala",
    ),
    (r"deba[tc]\w{1,3}|dyskusj\w{1,2} panelow\w+|dyskusj\w{1,2}|panel(?:u|em)?", "debata"),
    (r"posiedzeni\w{1,2}|sesj\w{1,2}", "posiedzenie"),
    (r"prezentacj\w{1,2}", "prezentacja"),
    (
        r"spotkani(?:e|a|u|em)|narad(?:a|y|ę|zie)|zebrani(?:e|a|u|em)|forum|śniadani(?:e|a|u|em) (?:biznesow\w+|prasow\w+|z (?:pracodawcami|przedsiębiorcami))|zjazd(?:u|em)?|kongres(?:u|em|ie)?|okrągł\w+ sto[łl]\w*|zgromadzeni(?:e|a|u|em)",
        "spotkanie",
    ),
)
NOUN = "(?P<noun>" + "|".join(words for words, _form in FORMS) + ")"
# Said of things like it in general, or of no event at all.
GENERIC = pattern(
    r"\b(?:cykl\w*|zwiedzani\w+|takie|takich|takim|serii|seri[ae]|każd\w+|różn\w+|kolejne|inne|innych|nasz\w+|celem|kilka|wiele|liczne|"
    r"takiego|prowadzenia|zespołu|szkoln\w+|branżow\w+|regularn\w+|podobn\w+|liczb\w+|indywidualn\w+|dalsz\w+|organizując|oba|obydwa|następnej|kolejnej)\s$"
)
CANCELLED = pattern(
    r"\b(?:odwołan\w+|nie odbę\w+|nie odby[łl]\w*|nie zebra\w+|nie dosz\w+|nie doszł\w+|przełożon\w+|odwołuj\w+|odwoła(?:ł|ła|li|ły|no)|zostało odwołane|nie dojd\w+|mi(?:a[łl]\w*|eli|ały) się odbyć)\b"
)
HELD = pattern(
    r"\b(?:odbył[aoy]? się|odbyły się|odbywa(?:ją)? się|rozpoczyna się|dziękujemy za udział|zaczęł[aoy] się|zaczął się|odbędzie się|odbędą się|odbyt(?:ego|ej|y|a|e)|mia(?:ło|ła|ł|ły) miejsce|będzie miał\w? miejsce|"
    r"zorganizowa\w+|zorganizuje|organizuje\w*|organizowa[łl]\w*|przeprowadzi\w+|przeprowadzon\w+|zgromadzi[łl]\w*|zaprasza\w*|zaprosić|zaproszeni\w*|zaprosi[łl]\w*|"
    r"zakończy[łl]\w* się|rozpoczą[łl]\w*|rozpoczę[łl]\w* się|rozpocznie się|zaplanowan\w+|planowan\w+ (?:na|jest)|połączon\w+ z|wzi(?:ął|ęło|ęły|ęli)|"
    r"przewodniczy[łl]\w*|otwar[łl]\w*|uczestnicz\w+|przygotowa[łl]\w*|spotkali\w*|podczas|przyjecha\w+|otworzy[łl]\w*|zainaugurowa\w+|gości\w+|trwał[aoy]?|poprowadz\w+|"
    r"relacja z|protokół(?: nr \S+)? z|notatka ze?|zapoczątkowa[łl]\w*|wręczono|wręczon\w+|podsumowa\w+|obradowa[łl]\w*|zebrał[aoy]? się|zapraszam|zwołan\w+|zwoła[łl]\w*|skończy[łl]\w*|dotyczy[łl]\w*|poświęcon\w+|służy[łl]\w*|uświetni[łl]\w*|gospodarzem|przebywa[łl]\w*|za nami|zwieńczy[łl]\w*|towarzyszy[łl]\w*|zasiad[łl]\w*|odwiedzi[łl]\w*|przysz\w+|przyby\w+|wystąpi\w+|by(?:ł[aoy]?) okazją|(?:przy|wy)słuch(?:iwa|a)[łl]\w*|dyskutowa\w+|debatowa\w+|rozmawia\w+|obradowa\w+|(?:potem|następnie|później|po (?:nim|niej|tym|przerwie)) (?:był[aoy]?|przyszedł czas na|przyszła pora na))\b"
)
HANDED_OVER = pattern(
    r"\b(?:(?:wręczono|rozdano) (?:(?:tam|tu|wówczas|uroczyście|także) )?(?:nagrody|statuetki|wyróżnienia|medale|puchary|dyplomy|certyfikaty|trofea|laury)|(?:nagrody|statuetki|wyróżnienia|medale|puchary)[^.]{0,60}? (?:wręczono|wręcza[łl]\w*|wręczy[łl]\w*|rozdano|odebrano|odebrali)|"
    r"odebra[łl]\w* (?:nagrody|statuetki)|poznali\w* (?:laureat|zwycięzc)\w+|rozdano nagrody|ogłoszono (?:wyniki|laureatów|zwycięzców))\b"
)
# The same where a hall is told with it.
SUMMED_UP = pattern(
    r"\b(?:podsumowano(?: \w+){0,2} konkurs|(?:odby[łl]\w* się )?podsumowanie(?: \w+){0,2} konkursu|nagrodzono (?:laureat|zwycięzc)\w+|"
    r"(?:laureat|zwycięzc)\w+(?: konkursu| plebiscytu)?[^.]{0,40}? (?:nagrodzono|uhonorowano|poznano|ogłoszono))\b"
)
SPOKE = pattern(
    r"\b(?:otworzy\w*|otwar[łl]\w*|otwarcia dokona[łl]\w*|powita\w+|przywita\w+|wystąpi\w*|wygłosi\w*|przedstawi\w*|zaprezentowa\w+|zaprezentuj\w+|"
    r"omówi\w*|mówi[łl]\w*|mówi|mówili|mówią|mówiła|opowie\w*|opowiada\w*|opowiedzi\w+|poprowadz\w+|prowadzi\w*|prowadzi[łl]\w*|prowadząc\w+|prowadzon\w+|wspomina\w+|zapewni\w+|przekonywa\w+|zauważy\w+|przemawia\w+|przypomnia\w+|tłumaczy\w+|głos zab\w+|przewodniczy[łl]\w*|prelegent\w*|panelist\w*|zabra\w+ głos|podkreśli\w*|przybliży\w*|"
    r"odczyta\w*|(?<!podpis\s)(?<!podpisy\s)złoży[łl]\w*|wysłuchan\w+|zaproponowa\w+|zwróci\w* uwagę|wprowadzi\w+|wyjaśni\w*|podzieli\w+ się|wykład\w*|prelekcj\w+|referat\w*|wystąpieni\w+|"
    r"moderowa\w*|moderator\w*|zreferowa\w+|referowa\w+|witając|otwierając|głos zabra\w+|obradom przewodniczy[łl]\w*|zachęca\w*|apelowa\w*|zainaugurowa\w*|reprezentowa\w+ na|podziękowa\w+|wezmą w niej udział|w (?:debacie|panelu|dyskusji)(?: \w+)? (?:udział wzięli|wzięli udział|wystąpili)|wzięli w niej udział)\b"
)
CAME = pattern(
    r"\b(?:(?:wzi\w+|bra\w+|bior\w+|bierze|wez\w+) (?:w \w+ )?udział|udział (?:w \w+ )?(?:wzi\w+|bra\w+|bior\w+|bierze|wez\w+|zgłosi\w+|potwierdz\w+)|z udziałem|(?:wy|przy)?słuch(?:a|iwa)\w+|przebywa\w+|zwiedzających było|uczestniczy[łl]\w*|przyby[łl]\w*|przysz[łl]\w*|przyszedł|odwiedzi[łl]\w*|zjawi[łl]\w*|zgromadzi[łl]\w*|zebra[łl]\w*|zasiad[łl]\w*|stawi\w+ się|przyjecha\w+|pojecha[łl]\w*(?! (?:\S+ ){0,4}?(?:na|do) )|zjecha[łl]\w*|przychodzi\w*|dyskutowa\w+|skorzysta\w+|było nas|dotar\w+|przyjeżdża\w*|przybywa\w*|zbiera\w* się|bierze w nim|biorą w nim|"
    r"widownia liczy\w+|oklaskiwa\w+|(?:zaproszeni\w+ przyję|zalogowa|połączy|doliczy|naliczy)\w+|gości[łl]\w*|wita(?:jąc|ł[aoiy]?|li|no)|przewin\w+|przyciągn\w+|obecn(?:ych|i|a)|zgłosi[łl]\w* się|spotka[łl]\w* się|na (?:sali|miejscu|spotkaniu|widowni|zebraniu) (?:był[oy]?|byli|zasiad\w+|usiad\w+))\b"
)
INVITED = pattern(
    r"(?:zaproszono|zaproszonych zostało|zaproszonych będzie|rozesłano|wysłano|przygotowa[łl]\w*|przygotowano|skierowano|kieruję do wszystkich|zaprosi[łl]\w*|"
    r"zaproszenia? (?:otrzymał|trafił|dotarł|wysłan|rozesłan|skierowan)\w*|dostarczono|wystosowano)[^.,]{0,50}?(?P<number>Ν+)"
)
TOPIC = pattern(
    r"(?:poświęcon(?:a|e|y|ą|ej|ego|ym) (?!był|będzie|jest|są)|na temat |tematem (?:\w+ ){0,3}?(?:był[aoy]?|będzie|jest|są|były) |dotycząc(?:a|e|y|ej|ego|ą|ych) |"
    r"(?:dotyczył[aoy]?|poświęcono je|poświęcono ją|rozmawiano o|mówiono o|rozmawiali o|rozmawiały o|dyskutowano o|dyskutowali o|debatowano o|debatowali o|mowa była o) (?:on[aoie] )?|jeden temat: |temat(?:em)?: )(?P<topic>)"
)
ORGANISED_BY = r"(?:zwołan\w+ przez|zorganizowa(?:n|ny|na|ne|nej|nego|nych|nym|ną) (?:wspólnie |Δ+ |we? Λ+ )*przez|organizowan\w+ przez|przygotowan\w+ przez|z inicjatywy|na zaproszenie|na wniosek)"
ORGANISED = r"(?:(?:współ)?zorganizował[aoy]?|współorganizowa(?:ł[aoy]?|li)|zorganizowali|organizował[aoy]?|organizuje|organizują|przygotował[aoy]?|przygotowali|przeprowadził[aoy]?|zwołał[aoy]?)"
ORGANISER = r"(?:współ)?organizator(?:em|zy|ami|rzy|ów|ka)?(?: (?!przystąp|dołącz|podpis|zaprosi|zaprasza|powita)\w+){0,3}?(?: (?:był[ay]?|byli|jest|są|będzie|będą))?:?(?: [–-])? "
INVITES = r"(?:serdecznie |uprzejmie )?(?:zaprasza(?:ją)?|(?:ma|mają) (?:zaszczyt|przyjemność) zaprosić)\b(?! na strony)"
# "O spółdzielniach dyskutowano podczas seminarium": what it was about stands first.
TOPIC_FIRST = pattern(
    r"(?<!\S)(?P<first>(?-i:[A-ZŁŚŻŹĆ])[^.,;:ΩΠΔΛ\n]{4,90}?) (?:(?:było|była|był|były|będzie|będą|jest) (?:głównym )?tematem|(?:był[aoy]? |będzie |jest )?poświęcon(?:a|e|y))\b|"
    r"\b(?:o|nad) (?P<topic>[a-ząćęłńóśźż][^.,;ΩΠΔΛ–-]{4,90}?) (?:dyskutowa|rozmawia|debatowa|mówi|radzi|zastanawia)\w+"
)
# An event without a noun: people met.
MET = pattern(
    r"\b(?:spotka(?:li|ły|ło)(?:śmy)? się|(?:zebra|zesz)(?:li|ły|ła|ł|ło)(?:śmy)? się|obradowa(?:li|ły|ła|ł|ło)(?:śmy)?|zjecha(?:li|ły) się|spotkał[ao]? się z(?:e)? (?:\w+ ){0,2}?\w+(?:ami|mi)\b)"
)
SENT = pattern(r"\b(?:wysła\w+|rozesła\w+|przygotowa\w+|skierowa\w+|wystosowa\w+|dostarczy\w+|doręczy\w+)\b")
# Words in a later sentence that mean the event just told.
IT_WAS = pattern(
    r"(?:(?:impreza|spotkanie|wydarzenie|uroczystość|konferencja|wyjazd|wizyta|zorganizowano (?:ją|je|go)|kiedy|termin|data)\b[^.]{0,40}|"
    r"odbędzie się|(?:było|stało się|działo się) to|odbyło się|odbyła się|odbył się|odbyły się|rozpocznie się|spotykamy się|(?:po)?jedziemy|wyruszamy|wyjeżdżamy|ruszamy|miał[aoy]? (?:on[aoi]? )?miejsce|(?:zorganizowano|zaplanowano|wyznaczono) (?:ją|je|go))"
)
