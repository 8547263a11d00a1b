package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Sha256;
import keyturn.practice.Range;
import keyturn.run.journal.RewrittenJournal;
import keyturn.tools.Command;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody does to the folder of a run afterwards, {@code verify-evidence} finds and names. */
final class TamperedEvidenceTest {

    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    @TempDir
    static Path original;

    private static Path run = Path.of("");
    private static String hash = "";

    @BeforeAll
    static void aRun() throws IOException {
        var keyturn = new InProcess(original);
        try (Range range = keyturn.started("healthy")) {
            Command.Ended ran = keyturn.run(keyturn.target(range), keyturn.plan(keyturn.target(range)));
            assertEquals(0, ran.exit(), ran.all());
            run = keyturn.journal().resolveSibling("").toAbsolutePath();
            String last = Files.readAllLines(keyturn.journal()).getLast();
            Matcher hashes = HASH.matcher(last.substring(last.indexOf("\"hash\"")));
            assertTrue(hashes.find());
            hash = hashes.group();
            assertTrue(ran.text().contains(hash), "printed for the ticket: " + ran.text());
        }
    }

    /** A case of the review, and what must be named. */
    private enum Tampering {
        JOURNAL_DELETED("journal.jsonl", false) {
            @Override
            void on(Path folder) throws IOException {
                Files.delete(folder.resolve("journal.jsonl"));
            }
        },
        SUMS_DELETED("SHA256SUMS", false) {
            @Override
            void on(Path folder) throws IOException {
                Files.delete(folder.resolve("SHA256SUMS"));
            }
        },
        SUMS_CUT_AND_PAGE_EDITED("evidence.html", false) {
            @Override
            void on(Path folder) throws IOException {
                Path sums = folder.resolve("SHA256SUMS");
                Files.writeString(
                        sums,
                        Files.readAllLines(sums).stream()
                                .filter(line -> !line.endsWith("evidence.html"))
                                .collect(Collectors.joining("\n", "", "\n")));
                edit(folder.resolve("evidence.html"), "PENDING RESTART", "DONE");
            }
        },
        FOREIGN_BACK_OUT("backout-18.sql", false) {
            @Override
            void on(Path folder) throws IOException {
                Files.writeString(folder.resolve("backout-18.sql"), "DROP DATABASE Sales");
                sums(folder);
            }
        },
        EVIDENCE_DELETED_AND_JOURNAL_CUT("journal.jsonl", false) {
            @Override
            void on(Path folder) throws IOException {
                Files.delete(folder.resolve("evidence.json"));
                Path journal = folder.resolve("journal.jsonl");
                Files.writeString(
                        journal, String.join("\n", Files.readAllLines(journal).subList(0, 20)) + "\n");
                sums(folder);
            }
        },
        VERDICT_EDITED_AND_SUMS_MADE_ANEW("evidence.json", false) {
            @Override
            void on(Path folder) throws IOException {
                edit(folder.resolve("evidence.json"), "PENDING_RESTART", "DONE");
                sums(folder);
            }
        },
        BACK_OUT_EDITED_AND_SUMS_MADE_ANEW("backout.sql", false) {
            @Override
            void on(Path folder) throws IOException {
                edit(folder.resolve("backout.sql"), "ALTER", "DROP");
                sums(folder);
            }
        },
        JOURNAL_CHAINED_ANEW("journal.jsonl", true) {
            @Override
            void on(Path folder) throws Exception {
                RewrittenJournal.without(folder.resolve("journal.jsonl"), 7);
                sums(folder);
            }
        };

        private final String named;
        private final boolean byHashAlone;

        Tampering(String named, boolean byHashAlone) {
            this.named = named;
            this.byHashAlone = byHashAlone;
        }

        abstract void on(Path folder) throws Exception;
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDoneIsFoundAndNamed(Tampering tampering, @TempDir Path copy) throws Exception {
        copy(run, copy);
        tampering.on(copy);

        Command.Ended found = tampering.byHashAlone
                ? InProcess.say("verify-evidence", copy, "--hash", hash)
                : InProcess.say("verify-evidence", copy);

        assertEquals(1, found.exit(), found.all());
        assertTrue(found.err().replaceAll("\\s+", "").contains(tampering.named), found.all());
    }

    @Test
    void anUntouchedFolderIsConfirmedByItsHashAndByNoOther() {
        assertEquals(0, InProcess.say("verify-evidence", run).exit());
        assertEquals(0, InProcess.say("verify-evidence", run, "--hash", hash).exit());
        assertEquals(
                1,
                InProcess.say("verify-evidence", run, "--hash", Sha256.of("another"))
                        .exit());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void edit(Path file, String was, String is) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(was), file + " has no " + was);
        Files.writeString(file, text.replace(was, is));
    }

    /** As anyone could make them. */
    private static void sums(Path folder) throws IOException {
        StringBuilder sums = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.sorted().toList();
            for (Path file : all) {
                String name = file.getFileName().toString();
                if (!name.startsWith("journal") && !name.equals("SHA256SUMS") && !name.startsWith(".")) {
                    sums.append(Sha256.hex(Files.readAllBytes(file)))
                            .append("  ")
                            .append(name)
                            .append('\n');
                }
            }
        }
        Files.writeString(folder.resolve("SHA256SUMS"), sums);
    }
}
