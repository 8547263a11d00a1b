package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor reads of a run: true after each later look. */
@BesideOthers
final class EvidencePageTest {

    private final InProcess keyturn;

    EvidencePageTest(@TempDir Path folder) {
        this.keyturn = new InProcess(folder);
    }

    @Test
    void thePageIsWrittenAnewWithEachLookAndHasItsVerdictOnTop() throws IOException {
        try (Range range = keyturn.started("healthy")) {
            range.setFault("utc-offset=+01:00");
            Command.Ended ran = keyturn.run(keyturn.target(range), keyturn.plan(keyturn.target(range)));
            assertEquals(0, ran.exit(), ran.all());
            assertTrue(verdict().contains(word("overall.PENDING_RESTART")), verdict());

            assertTrue(range.restart());
            Command.Ended later = say("verify", range);
            assertEquals(0, later.exit(), later.all());
            String page = page();
            assertTrue(verdict().contains(word("overall.DONE")), verdict());
            assertTrue(
                    page.indexOf(word("look.later.short")) < page.lastIndexOf(word("overall.PENDING_RESTART")),
                    "the older verdict stands below: " + page);

            assertTrue(page.contains("ALTER CRYPTOGRAPHIC PROVIDER"), "what was sent");
            assertTrue(page.contains("by login " + range.user() + ": "), "by whom");
            assertTrue(
                    page.matches(
                            "(?s).*\\d\\d:\\d\\d:\\d\\d \\+01:00 \\(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC\\).*"),
                    page);
            assertFalse(page.matches("(?s).*\\d:\\d\\d\\.\\d{3,}.*"), "fractions of seconds");
            assertFalse(page.contains("there</td>") && page.contains("].there"), page);
            assertEquals(0, InProcess.say("verify-evidence", folder()).exit(), "all files are bound anew");
        }
    }

    @Test
    void aBackOutIsOnThePageOfItsRun() throws IOException {
        try (Range range = keyturn.started("healthy")) {
            Command.Ended ran = keyturn.run(keyturn.target(range), keyturn.plan(keyturn.target(range)));
            assertEquals(0, ran.exit(), ran.all());
            String digest = InProcess.digest(say("backout", range));
            Command.Ended back = say("backout", range, "--approve", digest);

            String page = page();
            assertTrue(page.contains(word("look.back.short")) && page.contains(word("look.run.short")), back.all());
            assertTrue(page.contains(digest), "both approvals");
            assertEquals(0, InProcess.say("verify-evidence", folder()).exit());
        }
    }

    private static String word(String key) {
        return Message.of("evidence.page." + key).text();
    }

    private Path folder() throws IOException {
        return keyturn.journal().resolveSibling("");
    }

    private String page() throws IOException {
        return Files.readString(folder().resolve("evidence.html"));
    }

    /** The large line. */
    private String verdict() throws IOException {
        return page().lines()
                .filter(line -> line.startsWith("<p class=\"verdict "))
                .findFirst()
                .orElse("");
    }

    private Command.Ended say(String verb, Range range, Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of(verb, folder()));
        words.addAll(keyturn.target(range));
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }
}
