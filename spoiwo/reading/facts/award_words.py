"""The words of awards: contests, what it is to win, what is won, who gives it. Data only."""

import re

from spoiwo.reading.facts.masks import ACTORS, pattern
from spoiwo.reading.facts.words import listed

ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11,
         "XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20,
         "XXI": 21, "XXII": 22, "XXIII": 23, "XXIV": 24, "XXV": 25}  # fmt: skip
ORDINALS = {
    "pierwsz": 1, "drug": 2, "trzeci": 3, "czwart": 4, "piąt": 5, "szóst": 6, "siódm": 7, "ósm": 8, "dziewiąt": 9,
    "dziesiąt": 10, "jedenast": 11, "dwunast": 12, "trzynast": 13, "czternast": 14, "piętnast": 15, "szesnast": 16,
    "siedemnast": 17, "osiemnast": 18, "dziewiętnast": 19, "dwudziest": 20,
}  # fmt: skip
_ORDINAL = r"(?:" + "|".join(ORDINALS) + ")"
# A contest by its noun; "nagroda" only names one where nothing else does.
_NOUN = r"(?:konkurs|plebiscy[tc]|ranking|turniej|olimpiad|zawod(?:y|ów|ach|ami)|przegląd|festiwal|rywalizacj|współzawodnictw|lig(?=[aięą]|ą\b)|mistrzostw|potyczk|zmagani|quiz|hackathon|spartakiad)\w{0,3}"
CONTESTS = (
    pattern(rf"\b{_NOUN}(?! \w* ?praktyk)(?: (?!za\b|w\b|na\b|organiz|ogłasz|ogłosi|prowadz|tytuł|nagrod|statuetk|projekt|praktyk|program)\w+){{0,4}}?(?: na [a-ząćęłńóśźż]+(?: [a-ząćęłńóśźż]+)?)?(?: (?:pn\.|pt\.|pod nazwą|pod hasłem|o tytuł|o laur|o nagrodę))? ?(?P<name>Θ+)"),
    pattern(r"(?:edycj\w+ (?:\w+ )?[–-]? ?|laurea[tc]\w+ (?:\w+ )?(?:nagrod\w+ )?|zwycięzc\w+ |kapituł\w+ (?:nagrod\w+ |tytułu )?|nagrod\w{1,2} (?:im\. )?|finał\w{0,2} |gal(?:i|a|ę|ą|e) (?:\w+ )?)(?P<name>Θ+)"),
    pattern(rf"\b{_NOUN} (?:nosi (?:nazwę|tytuł)|nazywa się|przebiega[łl]\w* pod hasłem) (?P<name>Θ+)"),
    pattern(r"\b(?:rozdano|rozdane|rozdaliśmy|wręczono|poznaliśmy laureatów|znamy laureatów) (?:(?:nagrody|statuetki|laury) )?(?P<name>Θ+)"),
    pattern(r"\b(?:komisj\w+ konkursow\w+|jury|kapituł\w+) ?(?P<name>Θ+)"),
    pattern(r"^(?P<name>Θ+)[^\n.]{0,60}(?:wybran|rozdan|przyznan|rozstrzygni|laurea[tc]|wręczon|nagrod)"),
)  # fmt: skip
# A name alone in the second line, of a verdict or of results.
CONTEST_HEADING = re.compile(r"^[^\n]{3,80}\n\s{0,9}(?P<name>Θ+)\s{0,9}\n")
CONTEST_OF_TITLE = pattern(
    rf"\b{_NOUN}(?: \w+)? (?:pod (?:tą samą nazwą|tym samym tytułem|takim samym tytułem|tym samym hasłem)|o (?:tej samej|takiej samej) nazwie)"
)
# "konkurs na but sezonu": by what it is for, where it tells who won.
CONTEST_FOR = pattern(
    rf"\b{_NOUN} na (?P<name>(?!stanowisk|dyrektor|kierowni|prezes|rzecz|temat|szczeblu|dofinansowa|realizacj|wyb[oó]r|operator|projekt|grant|zadani|organizacj|lat|rok|teren|biznesplan Θ)[a-ząćęłńóśźż]{{3,}}(?: (?!zwycięż|wygra|triumf|zdoby|pierwsz|drug|zaję|jury|komisj|kapituł|zosta|rozstrzyg|ogłos)[a-ząćęłńóśźż]{{3,}}){{0,3}})(?=[,.]? (?:zwycięż|wygra|triumf|zdoby|pierwsz|zaję|jury|komisj|kapituł|I |górą|najleps))"
)
CONTEST_FREE = pattern(rf"\b{_NOUN}(?: im\. (?:ks\. |dr |prof\. )?(?:Π+|\w+ \w+))? na (?P<name>naj\w+ )")
# "Złota Setka Pracodawców to ranking".
CONTEST_IS = re.compile(
    rf"(?:^|(?<=[.\n]\s)|(?<=\n))(?P<name>[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:\s+(?:i\s+)?[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+)+)\s+(?:–\s+)?to\s+(?:\w+\s+)?(?i:{_NOUN})"
)
# "plebiscyt „Kuriera” na Osobowość Roku 2015", "konkurs o tytuł Lidera Rynku Pracy".
CONTEST_TITLED = re.compile(
    rf"\b(?i:{_NOUN})(?:\s+Θ+)?(?:\s+[a-ząćęłńóśźż]+){{0,2}}?\s+(?:na|o\s+tytuł|o\s+miano|o)\s+(?P<name>[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:\s+(?:[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+|\d{{4}})){{1,5}})"
)
CONTEST_CAPITALS = re.compile(
    r"\b[Kk]onkurs(?:u|ie|em)?(?:\s+(?:powiatow|wojewódzk|ogólnopolsk|gminn|regionaln)\w+)?(?:\s+(?:pn\.|pt\.))?\s+(?P<name>[A-ZŁŚŻŹĆ][\w+-]+(?:\s+(?:[A-ZŁŚŻŹĆ]\w+|z|w|na|i|o|dla|\d{4}))*)"
)
# "XI Wielkopolskim Konkursie Minifirm": the noun itself belongs to the name.
CONTEST_WHOLE = re.compile(
    r"\b(?P<name>(?:[A-ZŁŚŻŹĆ][\w-]+\s+){0,2}(?P<noun>(?:Konkurs|Turniej|Plebiscyt|Przegląd|Ranking|Festiwal|Olimpiad|Mistrzostw|Spartakiad)\w{0,3})(?:\s+(?:[A-ZŁŚŻŹĆ][\w-]+|z|w|na|i|o|dla|(?:\d{4})))*)"
)
EDITION = re.compile(
    rf"\b(?:(?P<roman>[IVX]{{1,6}})|(?P<number>\d{{1,2}})\.?|(?P<word>(?i:{_ORDINAL})\w{{0,4}}))\s+(?:\w+\s+)?(?:edycj\w{{1,3}}|odsłon\w{{1,3}})\b|\b(?P<word2>(?i:{_ORDINAL})\w{{0,4}})\s+(?:już\s+)?(?:konkurs|plebiscyt)(?:u|ie|em|owi)?\b|\b(?i:edycj\w{{1,2}})\s+(?P<roman3>[IVX]{{1,6}})\b(?!\s+(?i:edycj))|\b(?P<roman2>[IVX]{{1,6}})\s+(?!(?i:miejsc|nagrod|lokat|pozycj|wyróżni|stopni|kategori|etap))(?:\w+\s+){{0,2}}(?i:konkurs|plebiscy|turniej|ranking|przegląd|olimpiad|zawod|festiwal)\w*"
)
# "Konkurs Θ Ω zorganizowała po raz czwarty": how many times it was held.
HELD_AGAIN = re.compile(
    rf"\b(?:(?:z?organiz|przygot|przeprowadz|odby|ogłos|ogłasz|rozstrzyg|rozda|wręcz|przyzna)\w+(?:\s+się)?(?:\s+(?:go|ją|już|jest|był|była|to))*\s+po\s+raz\s+(?P<after>{_ORDINAL})\w*|"
    rf"po\s+raz\s+(?P<before>{_ORDINAL})\w*\s+(?:już\s+)?(?:z?organiz|przygot|przeprowadz|odby|ogłos|rozstrzyg|rozda|wręcz|przyzna|uhonorow|nagrodz|wyróżni|doceni)\w+)",
    re.IGNORECASE,
)
# To win, as dictionary forms: these say it by themselves, the others only with something won.
WON = listed(
    "zwyciężyć wygrać triumfować zatriumfować uhonorować nagrodzić wyróżnić odznaczyć laureat laureatka zwycięzca zwyciężczyni "
    "okrzyknąć obwołać docenić zdobywca zdobywczyni wyłonić wybrać uznać wskazać udekorować wygrana triumf triumfator triumfatorka"
)
GOT = listed(
    "zdobyć otrzymać dostać przypaść przyznać zająć uzyskać trafić sięgnąć powędrować odebrać wręczyć zostać ogłosić dołączyć "
    "znaleźć okazać uplasować stanąć wywalczyć zgarnąć przekazać nadać wywieźć przywieźć cieszyć otrzymywać przyznawać odbierać zajmować "
    "pojechać wrócić szczycić wylądować należeć przynieść zapewnić złożyć stać odnieść nosić"
)
NOW = listed("zajmować nosić otrzymywać odbierać przyznawać cieszyć szczycić zdobywać należeć")
WON_SOMETHING = pattern(
    r"\b(?:nagrod\w*|statuet\w*|wyróżni\w*|dyplom\w*|puchar\w*|tytu[łl]\w*|medal\w*|laur\w*|certyfikat\w*|czek\w*|miejsc[aeu]m?|lokat\w+|podium|grand prix|mian\w+|godł\w+|odznak\w+|"
    r"laurea[tc]\w*|zwycięzc\w*|zwycięż\w*|zwycięstw\w*|najleps\w+|bezkonkurencyj\w+|triumf\w*|znak\w{0,3})\b"
)
# What is won. A title in quotation marks is better than a prize, a place better than "wyróżnienie".
_PLACE = r"(?:miejsc(?:e|a|u|em)|lokat(?:a|ę|y|ą)|pozycj(?:a|ę|i|ą))"
_OF_WHOM = r"(?:kapituły|jury|prezesa(?: (?:izby|cechu|banku|zarządu))?|publiczności|burmistrza|starosty|wójta|prezydenta|marszałka|wojewody|dyrektora|kuratora|internautów|dziennikarzy|czytelników|słuchaczy|widzów|mieszkańców|redakcji|organizatorów)\b(?!\s+(?:konkurs|plebiscyt|nagrod|przyzna(?:ł|li)|wręczy|nadał|Θ))"
_WINS = r"\b(?:zdoby[łw]\w+|zdobyć|otrzyma\w+|otrzymuj\w+|odebra\w+|odbiera\w*|dosta[łl]\w+|przyzna\w+|wręcz\w+|wywalczy\w+|przywi\w+|sięgn\w+ po|zgarn\w+|nada[łn]\w+|uhonorowa\w+|wyróżni\w+|nagrodz\w+|odznacz\w+|udekorowa\w+|przyniosł\w+|szczyc\w+ się|cieszy\w* się|pochwali\w* się|wróci\w+ z|może pochwalić się)"
TITLES = (
    ("quoted", pattern(r"\b(?:tytu[łl]\w*|znak\w{0,3}(?: jakości)?|mian(?:o|em)|laur\w{0,3}|puchar\w{0,3}|godł\w{1,2}|medal\w{0,3}|odznak\w{1,2}|certyfikat\w*|dyplom\w{0,3}|statuetk\w+|jako(?: jedyn\w+(?: w \w+)?)?|został[aoy]?|zostali|wyróżnieni\w{1,2}|nagrod\w{1,2}(?: (?:gospodarcz|doroczn|specjaln|prestiżow|samorządow|powiatow|miejsk|gminn|wojewódzk|regionaln)\w+)?) (?:\.)?(?:honorow\w+ )?(?:i tytuł )?(?P<name>Θ+)")),
    ("quoted", pattern(r"(?<!\w\s)(?<!\w)(?P<name>Θ+)(?= (?:w kategorii [^.,ΩΥΠ]{2,60}? )?(?:(?:trafi|przypad|powędrowa)\w+|(?:otrzyma|odebra|zdoby|dosta)\w+ [ΩΥΠ]))")),
    ("quoted", pattern(rf"{_WINS}(?: (?:[ΔΩΥΠ]+|we? Λ+|r\.|roku|także|też|również|zaś|ponadto|dwukrotnie|z rąk \w+(?: Π+)?|prestiżow\w+|upragnion\w+)){{0,5}} (?P<name>Θ+)")),
    ("quoted", pattern(r"(?:(?<!\w\s)(?<!\w)|\b(?:a|i|oraz|zaś|natomiast) )(?P<name>Θ+)(?= (?:(?:trafi|przypad|powędrowa|wędruj|poszed|poszł)\w+ )?(?:do|dla|w ręce)(?: \w+){0,2} [ΩΥΠ])")),
    ("quoted", pattern(r"\b(?:do|dla|w ręce) (?:\w+ ){0,3}?[ΩΥΠ]+(?: (?:[ΔΛ]+|we? Λ+|z Λ+|r\.|roku|także|też|również|w tym roku)){0,3} (?:trafi|powędrowa|przypad|poszed|poszł|wróci|pojecha)\w*(?: (?:Δ+|we? Λ+|także|też|również)){0,2} (?P<name>Θ+)")),
    ("quoted", pattern(r"\b(?:nagrod|wyróżnieni|tytuł|laur|statuetk)\w*(?: [a-ząćęłńóśźż]+){0,2}(?:,| ?[–-]|:) (?P<name>Θ+)")),
    ("quoted", pattern(r"(?:[,;]|\b(?:a|i|oraz)) (?P<name>Θ+)(?= [–-] [ΩΥΠ])")),
    ("quoted", pattern(r"(?<!kategorii\s)(?P<name>Θ+) ?[–-] (?:honorow\w+ |doroczn\w+ )?(?:wyróżnienie|nagroda|nagród|nagrody|tytuł|statuetka|medal|odznaka|laur)\b")),
    ("quoted", pattern(r"(?P<name>Θ+) to (?:tytuł|nagroda|wyróżnienie|statuetka|medal|laur)\b")),
    ("quoted", pattern(r"(?P<name>Θ+) ?[–-] (?:tak (?:nazywa|brzmi|zwie)\w*|tak\w+|to(?: nazwa)?) (?:się )?(?:\w+ )?(?:nagrod|tytuł|wyróżnieni|statuetk|medal|laur|odznak)\w*")),
    ("quoted", pattern(r"\bw kategorii (?:[a-ząćęłńóśźż-]+ ){1,5}(?P<name>Θ+)(?= (?:trafi|przypad|powędrowa)\w+)")),
    ("made", pattern(r"(?P<name>Θ+)(?= (?:(?:w|za) [^.,;ΩΥΠ]{2,40} )?(?:został[aoiy]?|zostali|wybra[nł]\w*|ogłosi[łl]\w*|ogłoszono|uzna[łn]\w+|okrzykn\w+|obwoła\w+|mianowa\w+|okaza\w+ się|może się|kapituła|jury|komisja|mieszkańcy|czytelnicy|internauci|słuchacze|widzowie)\b)")),
    ("torn", pattern(r"\bstatuetk\w+(?: (?!Θ)\w+){1,6} (?P<name>Θ+)")),
    ("place", re.compile(rf"\b(?P<name>(?:I|II|III|IV|V|VI)\s+{_PLACE}|[1-9]\.?\s+{_PLACE}|{_ORDINAL}(?:ie|iego|iemu|im|ą|e|ego|emu|ym|m|a|ej|i)\s+{_PLACE}|miejsce\s+(?:pierwsze|drugie|trzecie|czwarte|piąte))\b", re.IGNORECASE)),
    ("prize", re.compile(rf"\b(?P<name>(?:I{{1,3}}|{_ORDINAL}(?:a|ą|ej|i))\s+nagrod[aęąy]|nagrod[aęąy]\s+(?:główn|specjaln|publicznoś|finansow|indywidualn|zespołow|drużynow|honorow|dodatkow|pocieszeni)\w+(?:\s+{_OF_WHOM}|\s+(?:I{{1,3}}|{_ORDINAL}\w+)\s+stopnia)?|(?:nagrod[aęąy]|puchar(?:u|em)?)\s+fair\s+play|laur(?:u|em)?\s+honorow\w+|(?:specjaln|honorow|indywidualn|zespołow|drużynow)\w{{1,2}}\s+nagrod[aęąy]|nagrod[aęąy]\s+za\s+[a-ząćęłńóśźż]+(?:\s+[a-ząćęłńóśźż]+){{0,2}}(?=\s*(?:[,;.)\n]|$|[–:-]\s|\s(?:otrzym|zdoby|przypad|trafi|odebr|powędr|dosta)))|nagrod(?:[aęąy]|zie)\s+{_OF_WHOM}|główn[aąe]j?\s+nagrod[aęąy]|nagrod[aęąy]\s+{_ORDINAL}\w+\s+stopnia)", re.IGNORECASE)),
    ("honour", re.compile(r"\b(?:odznaczon|udekorowan|uhonorowan|wyróżnion|nagrodzon|odznaczy|uhonorowa)\w*\s+(?:[a-ząćęłńóśźż]+\s+)?(?P<name>(?:[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:ą|ym|im)\s+)?[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:ą|em|ami)(?:\s+[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+|\s+[ΥΦΩ]+){1,4})")),
    ("honour", re.compile(r"(?<=[ΩΥΠ]\s)(?P<name>(?:(?:Złot|Srebrn|Brązow|Honorow)(?:ą|ym|ymi)\s+)(?:Medal|Odznak|Krzyż|Szabl|Laur)(?:ą|em|ami)(?:\s+[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+|\s+[ΥΦΩ]+){0,4})")),
    ("metal", re.compile(r"\b(?P<name>(?:Złot|Srebrn|Brązow|Platynow|Diamentow|Kryształow|Bursztynow)(?:y|a|e|ego|ej|emu|ym|ą)\s+(?!Krzyż|Medal\b)[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:(?<=Odzna\w\w)\s+Θ+)?)")),
    ("honour", re.compile(r"\b(?P<name>(?:Nagrod[aęąyo]|Puchar(?:u|em)?|Medal(?:u|em|e|ami)?|Odznak[aęąi]|Laur(?:u|em)?|Order(?:u|em)?|Szabl[aęąi])(?:\s+(?:[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+|[ΥΦ]+)){1,5}(?!\s+Θ))")),
    ("honour", re.compile(r"\b(?P<name>(?:[Nn]agrod[aęąyo]|[Mm]edal(?:u|em)?|[Oo]dznak[aęąi]|[Ss]tatuetk[aęąi]|[Pp]uchar(?:u|em)?)\s+(?:im\.|imienia)\s+(?:(?:ks\.|św\.|prof\.|dr\.?|gen\.|doktora?)\s+)*(?:Π+|[A-ZŁŚŻŹĆ][\w-]+(?:\s+[A-ZŁŚŻŹĆ][\w-]+){0,2}))")),
    ("called", re.compile(r"\b(?:(?i:tytuł|mian|laur)\w*(?:\s+honorow\w+)?|(?:ogłoszon|uznan|okrzyknięt|wybran)\w+)\s+(?P<name>[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:\s+[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+){0,3}\s+(?:[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:\s+(?:\d{4}|ΔΔΔΔ)\b)?|ΔΔΔΔΔΔΔΔΔ(?!Δ)))")),
    ("called", re.compile(r"\b(?P<name>[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:ą|em)\s+(?:[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+\s+){0,3}(?:\d{4}\b|ΔΔΔΔ(?!Δ)|Roku(?:\s+(?:\d{4}|ΔΔΔΔ)\b)?|ΔΔΔΔΔΔΔΔΔ(?!Δ)))(?=[^.]{0,60}\b(?:został|jest|był|ogłoszon|uznan|okrzykn|wybran))")),
    ("honour", re.compile(r"\b(?P<name>(?:złot|srebrn|brązow|honorow)(?:a|ą|ej)\s+odznak(?:a|ę|ą|i)\s+(?:[ΩΥΦ]+|[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+(?:\s+[A-ZŁŚŻŹĆ][a-ząćęłńóśźż]+){0,3}))")),
    ("medal", re.compile(r"\b(?P<name>(?:złot|srebrn|brązow)(?:y|ego|emu|ym)\s+medal(?:u|em|owi)?)\b(?!\s+Θ)", re.IGNORECASE)),
    ("metal", re.compile(r"(?<!razy )(?<!raz )\b(?P<name>złoto|srebro|brąz)(?=\s+(?:[–—-]\s+|:\s*)?[ΩΥΠ]|:\s|\s+(?:[–-]\s+)?(?:dla|przypad\w+|powędrowa\w+|trafi\w+|wywalcz\w+|zdoby\w+|otrzyma\w+|wręcz\w+|odebra\w+)\b)", re.IGNORECASE)),
    ("title", re.compile(r"\b(?P<name>(?:wice)?mistrz(?:em|owie|yni[ąa])?|(?:wice)?mistrzostwo)(?=\s+(?:zosta|okaza|zdoby|wywalczy|przypad)\w+)|(?:tytuł|mian)\w*\s+(?P<of>(?:wice)?(?:mistrz|lider|czempion|champion)\w*)(?!\s+[A-ZŁŚŻŹĆ])", re.IGNORECASE)),
    ("grand", re.compile(r"\b(?P<name>Grand\s+Prix)\b", re.IGNORECASE)),
    ("distinction", re.compile(rf"\b(?P<name>(?:(?:specjaln|honorow|dodatkow)(?:e|ego|ym|emu)\s+)?wyróżnieni(?:e|a|em|u|ami)(?:\s+(?:specjaln|honorow|dodatkow|główn)(?:e|ego|ym|emu)|\s+{_OF_WHOM}|\s+za\s+[a-ząćęłńóśźż]+(?=\s*[–;,.\n(]|\s+(?:[–-]\s|[ΩΥΠ]|(?-i:[A-ZŁŚŻŹĆ])|[a-z]+a?\s+[ΩΥΠ])|\s*$))?|wyróżnion\w+|wyróżnieni(?=:|\s+(?:zostali|też|także|również|są))|wyróżni(?:ł[aoy]?|li|ły)(?!\s+się))\b", re.IGNORECASE)),
)  # fmt: skip
SAME_TITLE = pattern(
    r"\b(?:(?:ten|tym|tego|to|tą|tę|tej|ta|taki|takim|takiego|takie|taką|taka|takiej) sam\w{0,3}|(?:drug|trzeci|czwart|kolejn|ostatni|następn|identyczn|podobn)(?:ą|a|i|im|iego|y|ym|ego)) (?P<name>tytu[łl]\w*|laur\w{0,3}|mian\w+|medal\w{0,3}|statuetk\w+|odznak\w+|odznaczeni\w+|certyfikat\w*|godł\w+)(?! Θ)"
)
_WENT = r"(?:znalaz\w+(?:\s+się)?|uplasowa\w+(?:\s+się)?|stan[ąę]\w+|był[oay]?|przypad\w*|trafi\w*|powędrowa\w*|zaj\w+|zdoby\w+|otrzyma\w+|wywalczy\w+|uzyska\w+|wziął|wzięł[ao]|odebra\w+|dosta\w+|należ\w+)"
# Who a team or a prize is of, told before its name: "drugie – drużynie Ω".
OF_TEAM = r"(?:drużyn\w+|reprezenta\w+|zespołow\w+|zespół|ekip\w+|uczni\w+|uczennic\w*|firm\w{1,2}|spół\w{1,3}|pani?|panu|zawodni\w+|młodzież\w*)"
ELLIPTIC = re.compile(
    rf"\b(?P<name>pierwsze|drugie|trzecie|czwarte|piąte|pierwszą|drugą|trzecią|czwartą|pierwsza|druga|trzecia|czwarta|drugim|trzecim|czwartym|II|III|IV)\s*(?:\([^()]*\)\s*)?(?:zaś\s+|natomiast\s+|z\s+kolei\s+)?(?:[–—-]\s*|:\s*|{_WENT}\s+)?(?:ex\s+aequo:?\s+(?:[–—-]\s*)?)?(?:dla\s+|do\s+|w\s+ręce\s+)?(?:{OF_TEAM}\s+)?(?=(?:(?:dr|ks|prof|mgr|inż)\.?\s+){{0,2}}[ΩΥΠ])",
    re.IGNORECASE,
)
# "Komisja przyznała trzy nagrody: pierwszą Π, drugą Π", where no place is said in full.
ELLIPTIC_FIRST = re.compile(
    r"\b(?P<noun>nagrod|miejsc)\w+\s*[:–—-]\s*(?P<name>pierwsz[eąa]|I)\s*(?:[–—-]\s*|przypad\w*\s+)?(?:dla\s+|do\s+)?(?=[ΩΥΠ])"
)
RANK = re.compile(
    rf"\b(?P<ordinal>{_ORDINAL})(?:ą|ej|a|y|i|e|ego)?\s+(?:już\s+|z\s+kolei\s+|z\s+rzędu\s+)*(?:w\s+histori\w+\s+)?(?:statuet\w*|nagrod\w+\s+tego|tytu[łl]\w*|laur)\b(?!\s+(?:odebr|otrzym|zdoby|trafi|powędr|przypad|wręcz|przyzn|dosta))|\b(?:to\s+już|to|już)\s+(?P<already>{_ORDINAL})\w{{1,3}}\s+(?:\w+\s+)?(?:nagrod|wyróżnieni|puchar|medal)\w*|(?<!odbył się )(?<!odbyła się )(?<!odbyło się )(?<!odbyły się )(?<!rozstrzygnięto )(?<!zorganizowano )(?<!ogłoszono )(?<!rozdano )(?<!wręczono )(?<!przyznano )\bpo\s+raz\s+(?P<times>{_ORDINAL})\w*", re.IGNORECASE
)  # fmt: skip
PRIZE = re.compile(
    r"\b(?P<prize>statuet\w*|dyplom\w*|puchar\w*|nagrod\w{1,2}\s+pieniężn\w*|czek\w{0,2}\b|nagrod\w{1,2}\s+(?:w\s+wysokości|finansow\w*)|(?=Ν+\s*(?:nagrody|na\s+dalszą|na\s+rozwój)))",
    re.IGNORECASE,
)
PRIZES = (("statuet", "statuetka"), ("dyplom", "dyplom"), ("puchar", "puchar"), ("", "nagroda pieniężna"))
CATEGORY = pattern(
    r"\b(?:w kategorii|kategorię(?= [^.,;]{3,40}? (?:wygra|zdoby|zdominowa))|kategoria|w kategoriach|w grupie|w zawodzie|w konkurencji)(?! \w+ wiekow):? (?P<words>)"
)
# "W konkurencji fryzjerskiej najlepsza była Π, w cukierniczej – Π".
ANOTHER_CATEGORY = re.compile(
    r"(?<=[,;]\s)(?:a\s+|zaś\s+)?we?\s+(?P<words>[a-ząćęłńóśźż-]+(?:ej|ym|im))\s+(?:zaś\s+)?[–-]\s+(?=(?:\w+\s+)?[ΩΥΠ])"
)
# "…, a wśród powiatów – Ω", "…, za współpracę ze szkołą – Ω": a share of what was given.
OTHER_SHARE = re.compile(
    r"(?<=[,;]\s)(?:a\s+|zaś\s+|natomiast\s+)?(?:wśród|spośród|za|w\s+grupie|w\s+gronie)\s+[^,;ΩΥΠ]{3,60}\s[–-]\s+(?=(?:\w+\s+)?[ΩΥΠ])"
)
SAME_CATEGORY = pattern(r"\bw tej (?:samej )?kategorii\b")
RECEIVED = pattern(
    r"\b(?:odebra(?:ł|ła|li|ły|ło)|odbiera(?:ł|ła|li|ją)?|przyj(?:ął|ęła|ęli)|przywi(?:ózł|ozła)|przyjmując|odbierając|na ręce|na jej ręce|do rąk|(?:statuetk|puchar|dyplom|nagrod|czek)\w* (?:wręczono|przekazano)(?= (?:(?![ΩΥ])\w+ ){0,4}Π)|(?:jej|jego|ich)(?= Π+ (?:otrzyma|dosta)ła?\b))\b"
)
PRACTICES = (
    pattern(r"\bpraktyk\w{1,3}(?: tj\.| pn\.| pt\.| pod nazwą|,? czyli)? (?:projektu )?(?P<name>Θ+)"),
    pattern(r"\b(?:za|dzięki|zgłosi[łl]\w* do konkursu|zgłoszon\w+|zgłosi[łl]\w*) (?:(?:wdrożenie|realizację|inicjatywę|projekt\w{0,4}|działanie|przedsięwzięcie|program\w{0,4}|pomysł\w{0,3}|kampanię|akcję|praktykę|praktyce|przedsięwzięciu|inicjatywie) )*(?:pn\. |pt\. |pod nazwą )?(?P<name>Θ+)"),
    pattern(r"\b(?:doceni\w+|nagrodz\w+|spodoba[łl]\w* się|uznani\w+)[^.]{0,60}? (?:projekt|inicjatyw|przedsięwzięci|program|pomysł|akcj|kampani)\w{0,3} (?P<name>Θ+)"),
)  # fmt: skip
PATRONS = (
    pattern(rf"\bpatronat\w*(?: honorow\w+| medialn\w+)?(?: nad \w+(?: \w+)?)?(?: [–-]| (?:objął|objęła|objęli|objęły|sprawowa[łl]\w*|sprawują|sprawuje|przez|udzieli[łl]\w*|konkursu|by[łl]\w*|go|ją|je|nim|nią|nimi))*:? (?P<who>{ACTORS})"),
    pattern(rf"\bpatron(?:em|ami|ka|ką)(?: honorow\w+| medialn\w+)?(?: \w+)? (?:(?:był[aiy]?|byli|jest|są) )?(?P<who>{ACTORS})"),
    pattern(rf"\b(?:patronuj|patronowa)\w+ (?:mu |jej |im |konkursowi |plebiscytowi |gali |wydarzeniu )?(?:Θ+ )?(?P<who>{ACTORS})"),
    pattern(rf"\bpatronat\w+ [^.;ΩΥΦ]{{0,40}}? (?:objął|objęła|objęli|objęły) (?P<who>{ACTORS})"),
    pattern(rf"(?P<who>{ACTORS}) (?:objął|objęła|objęli|objęły)[^.]{{0,40}} patronat"),
)  # fmt: skip
_HELD_BY = r"(?:(?:z)?organizował[aioy]?|zorganizowali|organizuj\w{1,2}|ogłasza|ogłosił[aioy]?|przeprowadził[aioy]?|przygotował[aioy]?|urządził[aioy]?)"
ORGANISERS = (
    pattern(rf"(?P<who>{ACTORS}), (?:jego |jej |który jest )?(?:współ)?organizator\w*(?: (?:konkurs|plebiscyt|ranking|turniej|nagrod|wydarzeni)\w*)?(?=[,.]| Θ)"),
    pattern(rf"\b(?:przeprowadzon\w+|ogłoszon\w+|organizowan\w+|zorganizowan\w+|przygotowan\w+|przyznawan\w+)(?: \w+){{0,3}} przez (?P<who>{ACTORS})"),
    pattern(rf"\b{_NOUN}(?: Θ+)?(?: (?:od|po raz) [^\s.]+(?: r\.| roku?)?)? {_HELD_BY}(?: \w+ Δ+| od Δ+)? (?P<who>{ACTORS})"),
    pattern(rf"\b(?:{_NOUN}|edycj\w+|finał\w?|gal[aęi])\b[^.;ΩΥΦΠ]{{0,130}}? {_HELD_BY}(?: (?:go|ją|je|już|wspólnie|od \w+|po raz \w+))* (?P<who>{ACTORS})"),
    pattern(rf"\borganizator(?:em|ami|zy|rzy|ów|ka|ką)?(?:(?: (?!przystąp|dołącz|podpis)\w+){{0,3}}?(?: (?:był[aiy]?|byli|jest|są))?:?(?: [–-])?|,) (?P<who>{ACTORS})"),
    pattern(rf"(?P<who>{ACTORS}), któr\w+ (?:jest|był[aoy]?|są|byli) (?:\w+ )?(?:organizatorem|organizatorką|organizatorami)"),
    pattern(rf"(?P<who>{ACTORS})(?: \w+)? (?:ogłosił[aiy]?|rozstrzygnął|rozstrzygnęł[aoy]|zorganizował[aiy]?) (?:\w+ ){{0,2}}(?:konkurs|plebiscyt|ranking)"),
    pattern(rf"\b(?:organizuj\w+|organizowa[łl]\w*|zorganizowa[łl]\w*|przyzna(?:je|ją|ł|ła|ło)|urządza\w*) (?:go|ją|je) (?:\w+ ){{0,3}}?(?P<who>{ACTORS})"),
)  # fmt: skip
DAY = pattern(
    r"\b(?:(?:zawody|turniej|olimpiada|konkurs|plebiscyt|przegląd|mistrzostwa|festiwal|zmagania|rywalizacja|wydarzenie|impreza)(?: Θ+)? odby\w+|zakończy\w+ się[^.]{0,40}(?:turniej|konkurs|olimpiada|zawody|przegląd|plebiscyt)|rozda\w+|wyniki ogłosi\w+|ogłosi\w+ wyniki|wręcz\w*|gal\w{1,3}|uroczystoś\w+|ogłoszon\w+|ogłosz\w+|rozegran\w+|fina[łl]\w*|rozstrzygn\w+|nagrod\w+|poznali\w*|odebra\w+|podsumowa\w+|werdykt\w*|laurea[tc]\w*)\b"
)
# Names after or before these words have not won.
NOT_LAUREATE = re.compile(
    r"(?:\bz\s+rąk|\bprzed|wyprzedza\w+|pokona\w+|uchwałą|decyzją|głosami|staraniem|z\s+inicjatywy|na\s+wniosek|werdyktem|nominacj\w+|w\s+składzie:?|organizator\w*:?|patronat\w*:?|patron\w*|ufundowa\w+|fundator\w*|w\s+imieniu|przewodnictwem|sponsor\w*|gratulacje|gratulowa[łl]\w*|wręczy[łl]\w*|wręcza[łl]\w*|"
    r"(?:mówi\w*|podkreśla\w*|śmieje\s+się|dodaje|doda[łl]\w*|wylicza|tłumaczy\w*|wyjaśnia\w*|przyznaje|żartuje|cieszy\s+się|wspomina\w*|zapewnia\w*|komentuje)(?=\s+$)|"
    r"kierunkiem|kierownictwem|opieką|gościem|prowadzi[łl]\w*|przez(?!\s+(?:Pan|ni))|organizowan\w+|zgłosi[łl]\w*|ogłosi[łl]\w*|zorganizowa[łl]\w*|przygotowa[łl]\w*|przeprowadzi[łl]\w*|w\s+siedzibie|w\s+sali)\s+(?:(?![ΩΥΦΠ]|otrzyma|zdoby|przypad|trafi|odebra|dosta|wywalczy|zaję|zają)\w+\.?\s+){0,2}$|"
    r"\b(?<!wyróżnienie )(?<!nagroda )(?<!nagrodę )(?:jury|kapitu\w+)\s+(?:(?!umieści|uplasowa|postawi|nominowa|przyzna|nagrodz|wyróżni|uhonorow|doceni|wybra|uzna|wskaza|nada|wręcz)\w+\s+){0,2}$",
    re.IGNORECASE,
)
LIST_AHEAD = pattern(
    r"\b(?:laurea[tc]\w*|wyniki|zwycięzc\w*|nagrodzen\w+|przyzna\w+|wyróżnien\w+|nagrod\w+|konkurs\w*|ranking\w*|plebiscyt\w*|turniej\w*|olimpiad\w*|zawod(?:y|ów|ach)|podium|klasyfikacj\w+|finali[sś]\w+|triumfator\w*|lista)\b"
)
