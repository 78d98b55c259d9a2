"""Languages one may be received in: the names and codes partners write them by."""

from models.base import Code


class Language(Code):
    """A language by its ISO 639 code; partners write its French name or that code."""

    FR = "fr", "Français"
    EN = "en", "Anglais"
    AR = "ar", "Arabe"
    ES = "es", "Espagnol"
    PT = "pt", "Portugais"
    RU = "ru", "Russe"
    TR = "tr", "Turc"
    RO = "ro", "Roumain"
    DE = "de", "Allemand"
    IT = "it", "Italien"
    PL = "pl", "Polonais"
    UK = "uk", "Ukrainien"
    ZH = "zh", "Chinois"
    FA = "fa", "Persan"
    PS = "ps", "Pachto"
    UR = "ur", "Ourdou"
    BN = "bn", "Bengali"
    HI = "hi", "Hindi"
    TA = "ta", "Tamoul"
    SQ = "sq", "Albanais"
    SR = "sr", "Serbe"
    BG = "bg", "Bulgare"
    HY = "hy", "Arménien"
    KA = "ka", "Géorgien"
    VI = "vi", "Vietnamien"
    SO = "so", "Somali"
    TI = "ti", "Tigrinya"
    AM = "am", "Amharique"
    WO = "wo", "Wolof"
    BM = "bm", "Bambara"
    FF = "ff", "Peul"
    SNK = "snk", "Soninké"
    LN = "ln", "Lingala"
    MG = "mg", "Malgache"
    KAB = "kab", "Kabyle"
    ROM = "rom", "Romani"
    CPF = "cpf", "Créole"
    LSF = "lsf", "Langue des signes française"


# Other names under which partners write some of them.
ALSO = {
    Language.FA: ("dari", "farsi"),
    Language.PS: ("pachtou", "pashto"),
    Language.BN: ("bengla", "bangla"),
    Language.ZH: ("mandarin",),
    Language.FF: ("pular", "poular", "fulfulde"),
    Language.KAB: ("berbere", "tamazight"),
    Language.SR: ("croate", "bosnien", "serbo croate"),
    Language.BM: ("dioula", "malinke", "mandingue"),
    Language.LSF: ("langue des signes", "langue des signes francaise"),
}
