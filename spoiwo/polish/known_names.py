"""Names the dictionary lacks or treats otherwise. Data only, in small letters, edited without touching code."""

# Men's names, Ukrainian above all; any other unknown name in -a is taken for a woman's.
MEN = frozenset({
    "anatolij", "andrij", "artem", "bohdan", "danyło", "dmytro", "ihor", "ilia", "ilja", "illia", "iwan", "jewhen",
    "joshua", "jurij", "kostia", "luca", "maksym", "mychajło", "mykola", "mykoła", "mykyta", "nazar", "oleksandr",
    "oleksij", "ołeh", "ołeksandr", "ołeksij", "pawło", "petro", "rusłan", "serhij", "stepan", "taras", "volodymyr",
    "wadym", "wania", "wasyl", "wiktor", "witalij", "wjaczesław", "wołodymyr",
})  # fmt: skip

# Coats of arms before a surname are not inflected: Janusza Korwin-Mikkego.
COATS_OF_ARMS = frozenset({
    "jastrzębiec", "korwin", "lubicz", "nałęcz", "pobóg", "półkozic", "prus", "rawicz", "szeliga", "ślepowron",
    "topór",
})  # fmt: skip

# Small words before a foreign surname, never inflected.
PARTICLES = frozenset({"da", "de", "del", "den", "der", "di", "du", "la", "le", "ten", "van", "von", "zu"})

# Words typed before a name that are no part of it.
PREFIXES = frozenset({
    "dr", "hab", "inż", "ks", "ksiądz", "lic", "mgr", "p", "pan", "pani", "prof", "s", "siostra",
})  # fmt: skip
