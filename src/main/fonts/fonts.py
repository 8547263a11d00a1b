"""Makes the window's three font files from Inter and JetBrains Mono. Not part of the build: its results are in src/main/resources.

    apt-get install python3-fonttools
    npm pack @expo-google-fonts/inter@0.4.2 @expo-google-fonts/jetbrains-mono@0.4.1     (unpack both)
    python3 fonts.py INTER/package JETBRAINS/package ../resources/keyturn/ui/fonts

Both are under the SIL Open Font License 1.1 and reserve no name; what is made of them stays under it (OFL-*.txt beside the results).
Left out: scripts that the window's texts do not use (the system's fonts draw those), and ligatures, so that <> and -> of a script
stand as they are. Changed: digits of Inter have one width each; its semibold weight is the bold of the family.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont

# Latin, Greek, Cyrillic; punctuation, currencies, arrows, mathematics, boxes, signs
RANGES = [
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x209F),
    (0x20A0, 0x20CF), (0x2100, 0x218F), (0x2190, 0x23FF), (0x2500, 0x27BF),
]
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]


def tabular(font):
    """The glyphs of the feature tnum become the digits."""
    table = font["GSUB"].table
    swap = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for lookup in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[lookup].SubTable:
                    swap.update(getattr(part, "ExtSubTable", part).mapping)
    for part in font["cmap"].tables:
        for code in range(0x30, 0x3A):
            part.cmap[code] = swap.get(part.cmap[code], part.cmap[code])


def name(font, family, style):
    whole = family if style == "Regular" else family + " " + style
    file = (family + "-" + style).replace(" ", "")
    for record in list(font["name"].names):
        if record.nameID in (16, 17, 21, 22):
            font["name"].removeNames(record.nameID)
        texts = {1: family, 2: style, 3: file, 4: whole, 6: file}
        if record.nameID in texts:
            font["name"].setName(
                texts[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
    bold = style == "Bold"
    font["head"].macStyle = 1 if bold else 0
    os2 = font["OS/2"]
    os2.fsSelection = (os2.fsSelection & ~0x61) | (0x20 if bold else 0x40)
    os2.usWeightClass = 700 if bold else 400


def make(source, target, family, style):
    font = TTFont(source, recalcTimestamp=False)
    if family.endswith("Sans"):
        tabular(font)
    options = subset.Options(layout_features=FEATURES, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], notdef_outline=True)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    name(font, family, style)
    font.save(target)


inter, jetbrains, out = sys.argv[1:]
make(inter + "/400Regular/Inter_400Regular.ttf", out + "/keyturn-sans.ttf", "Keyturn Sans", "Regular")
make(inter + "/600SemiBold/Inter_600SemiBold.ttf", out + "/keyturn-sans-bold.ttf", "Keyturn Sans", "Bold")
make(jetbrains + "/400Regular/JetBrainsMono_400Regular.ttf", out + "/keyturn-mono.ttf", "Keyturn Mono", "Regular")
