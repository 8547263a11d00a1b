package keyturn.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import keyturn.domain.OneLine;
import keyturn.evidence.Bundle.BundleFile;
import keyturn.plan.Plan;
import keyturn.plan.SeenWorld;
import keyturn.script.Scripts;
import keyturn.tools.ScriptCheck;
import keyturn.tools.Tools;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the names, the zone and the language: the same bytes, and scripts that Microsoft's parsers take. */
final class BundlePropertiesTest {

    private static final Optional<ScriptCheck> PARSERS =
            Tools.find("scriptcheck").map(tool -> ScriptCheck.start());

    @Property(tries = 60)
    void theSamePlanGivesTheSameBytesInEveryZoneAndLanguage(
            @ForAll("names") String database, @ForAll("zones") TimeZone zone, @ForAll("languages") Locale language)
            throws IOException {
        Plan plan = plan(database);
        Bundle here = Bundle.of(plan, Scripts.of(plan));
        byte[] zip = BundleWriter.zip(here);
        TimeZone zoneBefore = TimeZone.getDefault();
        Locale languageBefore = Locale.getDefault();
        try {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
            Bundle there = Bundle.of(plan, Scripts.of(plan));
            assertEquals(here, there);
            assertArrayEquals(zip, BundleWriter.zip(there));
        } finally {
            TimeZone.setDefault(zoneBefore);
            Locale.setDefault(languageBefore);
        }
    }

    @Property(tries = 60)
    void microsoftsParsersFindNothingInAnyScript(@ForAll("names") String database) {
        Plan plan = plan(database);
        for (BundleFile file : Bundle.of(plan, Scripts.of(plan)).files()) {
            assertFalse(file.text().contains("KEYTURN_SECRET") && !database.contains("KEYTURN_SECRET"), file.name());
            PARSERS.ifPresent(parsers -> assertTaken(parsers, file));
        }
    }

    /** Asked without the mark, which is one of files. */
    private static void assertTaken(ScriptCheck parsers, BundleFile file) {
        String text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        if (file.name().endsWith(".sql")) {
            assertEquals(List.of(), parsers.sqlcmd(text).findings(), text);
        } else if (file.name().endsWith(".ps1")) {
            assertEquals(List.of(), parsers.powershell(text).findings(), text);
        }
    }

    private static Plan plan(String database) {
        return new SeenWorld()
                .providerName("P" + database)
                .databases(SeenWorld.encrypted(5, database), SeenWorld.simple(6, database + "2"))
                .plan();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                        "]",
                        "]]",
                        "[",
                        "'",
                        "''",
                        "\"",
                        "$(",
                        "$(x)",
                        "$(KEYTURN_OPEN)",
                        ";",
                        "`",
                        "--",
                        "/*",
                        "*/",
                        "‘",
                        "’",
                        "‚",
                        "‛",
                        "“",
                        "”",
                        "„",
                        "GO",
                        "\u202E",
                        "ß",
                        "鍵",
                        "😀",
                        " ",
                        "%s",
                        "{0}",
                        "#>",
                        "<b>",
                        "&",
                        ":r",
                        "!!",
                        "x")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces))
                .filter(OneLine::holds);
    }

    @Provide
    Arbitrary<TimeZone> zones() {
        return Arbitraries.of("UTC", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kolkata", "Europe/Berlin")
                .map(TimeZone::getTimeZone);
    }

    @Provide
    Arbitrary<Locale> languages() {
        return Arbitraries.of(
                        "en-US", "tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist", "ja-JP-u-ca-japanese", "de-DE")
                .map(Locale::forLanguageTag);
    }
}
