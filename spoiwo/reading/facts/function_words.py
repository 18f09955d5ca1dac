"""The words of functions: offices, titles before a name, words that point to a body. Data only."""

from spoiwo.reading.facts.words import listed

# Functions known by the word; other nouns for people count only right beside a name.
FUNCTIONS = listed(
    "starosta wicestarosta burmistrz wiceburmistrz wójt wicewójt prezydent wiceprezydent marszałek wicemarszałek wojewoda "
    "wicewojewoda dyrektor wicedyrektor dyrektorka prezes wiceprezes prezeska wiceprezeska minister wiceminister ministra "
    "kierownik kierowniczka przewodniczący przewodnicząca wiceprzewodniczący wiceprzewodnicząca sekretarz skarbnik poseł posłanka "
    "senator senatorka radny radna członek członkini sołtys sołtyska pełnomocnik pełnomocniczka doradca doradczyni specjalista "
    "specjalistka koordynator koordynatorka rektor prorektor dziekan proboszcz naczelnik naczelniczka komendant komendantka "
    "zastępca zastępczyni z-ca rzecznik rzeczniczka ekspert ekspertka moderator moderatorka prowadzący prowadząca inspektor "
    "pracownik pracowniczka trener trenerka psycholog pośrednik pośredniczka nauczyciel nauczycielka pedagog wychowawca "
    "wychowawczyni właściciel właścicielka przedsiębiorca podinspektor referent instruktor instruktorka animator animatorka "
    "przedstawiciel przedstawicielka starszy tłumacz tłumaczka przedsiębiorczyni lider liderka opiekun opiekunka założyciel założycielka "
    "radca mecenas kanclerz kurator bibliotekarz bibliotekarka redaktor doktorant uczeń uczennica student studentka bibliotekarka asystent "
    "asystentka konsultant konsultantka edukator facylitator prezenter notariusz lekarz rolnik rzemieślnik prodziekan wikariusz "
    "dzielnicowy socjolog socjolożka poeta poetka pisarz pisarka informatyk informatyczka historyk historyczka muzyk artysta artystka "
    "fotograf strażak policjant policjantka architekt architektka dyrygent dyrygentka "
    "leśniczy nadleśniczy główny-specjalista autor-projektu dziennikarz dziennikarka prokurent prokurentka ekonomista ekonomistka aktor aktorka sekretarka druh protokolant prelegent prelegentka wykładowca wykładowczyni"
)
TITLES = listed(
    "pan pani p dr prof mgr inż hab ks red mł asp płk mjr kpt gen por st lek med lic doc o s bp abp"
)
NEVER = listed(
    "pan pani gość uczestnik uczestniczka mieszkaniec mieszkanka laureat laureatka kolega koleżanka zwycięzca autor autorka "
    "ksiądz osoba człowiek partner partnerka zdobywca goście młody małżonek syn córka obecny zwyciężczyni"
)
DETERMINERS = listed("luty maj") | listed(
    "nasz mój wasz swój ten były nowy obecny ówczesny sam jeden każdy inny też tenże także"
)
HEADS_OF_BODIES = listed(
    "prezes prezeska wiceprezes dyrektor dyrektorka przewodniczący przewodnicząca kierownik kierowniczka"
)
DASHES = "-–—"
# Words for any body of a kind: "prezes firmy" after "Drewpol sp. z o.o.".
ANY_OF_KIND = {
    "firma": "firma",
    "spółka": "firma",
    "przedsiębiorstwo": "firma",
    "zakład": "firma",
    "szkoła": "szkoła",
} | {
    "uczelnia": "szkoła",
    "placówka": "szkoła",
    "stowarzyszenie": "stowarzyszenie",
    "fundacja": "fundacja",
}
POINTING = listed("tego tej naszego naszej samego samej tutejszego tutejszej owego owej")
ORGANS = listed("zarządu")  # "prezes zarządu spółki" is president of the board of what is named
