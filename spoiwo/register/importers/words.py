"""What clerks write in columns with a closed list of answers."""

from collections.abc import Mapping

from spoiwo.register.rules import Channel, Kind, Sector
from spoiwo.register.rules.names import guess_kind, plain_name
from spoiwo.register.rules.values import Checked, Problem

GENDERS = {
    **dict.fromkeys(
        ("k", "kobieta", "pani", "f", "female", "woman", "ms", "mrs", "p i", "szanowna pani"), "f"
    ),
    **dict.fromkeys(("m", "mezczyzna", "pan", "male", "man", "mr", "szanowny pan"), "m"),
}
CHANNELS = {
    **dict.fromkeys(("email", "e mail", "mail", "poczta elektroniczna"), Channel.EMAIL),
    **dict.fromkeys(("telefon", "tel", "telefonicznie", "phone", "telephone"), Channel.PHONE),
    **dict.fromkeys(("list", "poczta", "listownie", "pismo", "letter", "post"), Channel.LETTER),
    **dict.fromkeys(("e doreczenia", "edoreczenia", "e delivery", "ade"), Channel.E_DELIVERY),
}
_KINDS = {
    **{kind.value.replace("_", " "): kind for kind in Kind},
    **dict.fromkeys(("pracodawca", "przedsiebiorca", "spolka", "firma", "zaklad pracy"), Kind.EMPLOYER),
    **dict.fromkeys(("ngo", "organizacja pozarzadowa"), Kind.ASSOCIATION),
    **dict.fromkeys(("jst", "gmina", "miasto", "samorzad gminny", "miasto i gmina"), Kind.COMMUNE),
    **dict.fromkeys(("powiat", "samorzad powiatowy"), Kind.COUNTY),
    **dict.fromkeys(("wojewodztwo", "samorzad wojewodztwa"), Kind.VOIVODESHIP),
    **dict.fromkeys(("jdg", "jednoosobowa dzialalnosc gospodarcza", "osoba fizyczna"), Kind.SOLE_TRADER),
    **dict.fromkeys(("instytucja szkoleniowa", "firma szkoleniowa"), Kind.TRAINING_INSTITUTION),
    **dict.fromkeys(("rolnik", "gospodarstwo"), Kind.FARM),
    **dict.fromkeys(("kosciol", "zwiazek wyznaniowy"), Kind.CHURCH),
    **dict.fromkeys(("uczelnia", "szkola wyzsza"), Kind.UNIVERSITY),
    **dict.fromkeys(("inna", "inne", "inny"), Kind.OTHER),
}
_SECTORS = {
    **{sector.value.replace("_", " "): sector for sector in Sector},
    **dict.fromkeys(
        ("publiczny", "administracja publiczna", "sektor publiczny", "samorzad"), Sector.GOVERNMENT
    ),
    **dict.fromkeys(("rynek pracy", "instytucje rynku pracy"), Sector.LABOUR_MARKET),
    **dict.fromkeys(("biznes", "gospodarczy", "prywatny", "pracodawcy", "przedsiebiorcy"), Sector.BUSINESS),
    **dict.fromkeys(
        ("spoleczny", "ngo", "pozarzadowy", "organizacje pozarzadowe", "obywatelski"), Sector.CIVIC
    ),
    **dict.fromkeys(("ekonomia spoleczna", "pes"), Sector.SOCIAL_ECONOMY),
    **dict.fromkeys(("edukacja", "oswiata", "kultura", "edukacja i kultura"), Sector.EDUCATION),
    **dict.fromkeys(("inny", "inne"), Sector.OTHER),
}


class Words:
    """The answers known here and those of the interface (`labels`: text in any language → code)."""

    def __init__(
        self, kinds: Mapping[str, str] | None = None, sectors: Mapping[str, str] | None = None
    ) -> None:
        self.kinds = {**_KINDS, **{plain_name(text): code for text, code in (kinds or {}).items()}}
        self.sectors = {**_SECTORS, **{plain_name(text): code for text, code in (sectors or {}).items()}}

    def kind(self, text: str) -> Checked:
        """The code of a kind written in words, or told by a name-like phrase (“szkoła podstawowa”)."""
        code = self.kinds.get(plain_name(text)) or guess_kind(text)
        return Checked(code) if code else Checked(text, Problem.KIND)

    def sector(self, text: str) -> Checked:
        """The code of a sector written in words."""
        code = self.sectors.get(plain_name(text))
        return Checked(code) if code else Checked(text, Problem.SECTOR)


def check_gender(text: str) -> Checked:
    """`f` or `m` for what people write for it."""
    code = GENDERS.get(plain_name(text))
    return Checked(code) if code else Checked(text, Problem.GENDER)


def check_channel(text: str) -> Checked:
    """The code of a channel."""
    code = CHANNELS.get(plain_name(text))
    return Checked(code) if code else Checked(text, Problem.CHANNEL)
