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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known to be wrong is told before there is a plan, and stops one that leads to a restart. */
@BesideOthers
final class ForecastBeforePlanTest {

    private static final List<Object> ATTESTED =
            List.of("--confirm", "vc-runtime", "dot-net", "registry-rights", "account-reads");

    private final Path folder;
    private final InProcess program;

    ForecastBeforePlanTest(@TempDir Path folder) {
        this.folder = folder;
        this.program = new InProcess(folder);
    }

    /** Whatever the DBA has looked at and however the databases are tested. */
    @ParameterizedTest
    @ValueSource(strings = {"secret-expired", "key-gone", "old-version-disabled"})
    void anUpgradeIsBlockedWhereARestartIsKnownToFail(String scenario) throws IOException {
        try (Range range = program.started(scenario)) {
            Command.Ended ended = upgrade(range, ATTESTED);
            assertEquals(4, ended.exit(), ended.all());
            assertTrue(ended.all().contains("plan.forecast.cause."), ended.all());
            assertFalse(Files.exists(folder.resolve("plan.json")));
        }
    }

    /** The rotation of another database needs no restart: it is planned, and told what a restart would do. */
    @Test
    void theRotationOfAnotherDatabaseIsToldAndNotBlocked() throws IOException {
        try (Range range = program.started("key-gone")) {
            Command.Ended planned = rotation(range);
            assertEquals(0, planned.exit(), planned.all());
            assertTrue(oneLine(planned).contains("A restart would not open Payroll."), planned.all());
            assertTrue(Files.readString(folder.resolve("plan.json")).contains("plan.forecast.cause.versionDisabled"));
        }
    }

    /** Payroll is RECOVERY_PENDING and Ledger offline; Sales is neither. */
    @Test
    void oneClosedDatabaseDoesNotBlockTheRotationOfAnother() throws IOException {
        try (Range range = program.started("not-open")) {
            Command.Ended planned = rotation(range);
            assertEquals(0, planned.exit(), planned.all());
            String closed = Message.of("plan.forecast.missing.notOpen", "Payroll", "RECOVERY_PENDING")
                    .text();
            assertTrue(oneLine(planned).contains(closed), planned.all());
        }
    }

    /** Four databases left to their own jobs: nobody would have seen a key being opened. */
    @Test
    void aPlanWithoutTestsTakesATrialAtTheVault() throws IOException {
        List<Object> own = List.of(
                "--test", "Sales=own", "--test", "Ledger=own", "--test", "Payroll=skip", "--test", "Archive=own");
        try (Range range = program.started("healthy")) {
            Command.Ended untried = upgrade(range, own);
            assertEquals(4, untried.exit(), untried.all());
            assertTrue(untried.all().contains("plan.test.none"), untried.all());
            List<Object> tried = new ArrayList<>(own);
            tried.add("--try-vault");
            Command.Ended planned = upgrade(range, tried);
            assertEquals(0, planned.exit(), planned.all());
            String route = Message.of("plan.attention.test.trial-only").text();
            assertTrue(oneLine(planned).contains(route), planned.all());
        }
    }

    private Command.Ended upgrade(Range range, List<Object> more) {
        List<Object> words = new ArrayList<>(List.of("plan", "upgrade"));
        words.addAll(program.target(range));
        words.addAll(more);
        words.addAll(List.of("--out", folder.resolve("plan.json")));
        return InProcess.say(words.toArray());
    }

    /** The end of a run asks for a restart, and so says what one would do. */
    @Test
    void theTicketTheRunAndTheEvidenceSayIt() throws IOException {
        try (Range range = program.started("secret-expiring")) {
            String digest = program.plan(program.target(range));
            String soon = Message.of("plan.forecast.headline.opens").text();
            InProcess.say("bundle", folder.resolve("plan.json"), "--out", folder.resolve("ticket"));
            String ticket = Files.readString(folder.resolve("ticket").resolve("change.md"));
            assertTrue(ticket.replaceAll("\\s+", " ").contains(soon), ticket);
            assertTrue(ticket.contains("expires at"), "the secret of the application");
            Command.Ended ran = program.run(program.target(range), digest);
            assertEquals(0, ran.exit(), ran.all());
            assertTrue(oneLine(ran).contains("no test has used the DLL that the restart loads"), ran.all());
            try (var files = Files.walk(program.runs())) {
                Path page = files.filter(file -> file.endsWith("evidence.html"))
                        .findFirst()
                        .orElseThrow();
                String html = Files.readString(page);
                assertTrue(
                        html.contains(
                                Message.of("plan.forecast.headline.uncertain").text()),
                        html);
            }
        }
    }

    private Command.Ended rotation(Range range) {
        List<Object> words = new ArrayList<>(List.of("plan", "rotate-key"));
        words.addAll(program.target(range));
        words.addAll(List.of("--from-key", "TDE_Key_2024", "--to-key", "tde-key-2026"));
        words.addAll(List.of("--asymmetric-key", "NEW_KEY", "--login", "NEW_LOGIN", "--credential", "NEW_CRED"));
        words.addAll(List.of("--database", "Sales", "--out", folder.resolve("plan.json")));
        return InProcess.say(words.toArray());
    }

    private static String oneLine(Command.Ended ended) {
        return ended.all().replaceAll("\\s+", " ");
    }
}
