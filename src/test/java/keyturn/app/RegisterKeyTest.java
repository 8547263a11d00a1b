package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.practice.Range;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keyturn plan register-key}: the key that a thumbprint stands for, and what stops before a wrong one is used. */
final class RegisterKeyTest {

    private static final String THUMBPRINT = "0x240186F2E453AE686BE0B5B68479B9A6978E2E44";

    private final InProcess program;
    private final Path plan;

    RegisterKeyTest(@TempDir Path folder) {
        this.program = new InProcess(folder);
        this.plan = folder.resolve("plan.json");
    }

    @Test
    void aBareNameThatStandsForANewerVersionIsRefusedBeforeAnythingIsMade() {
        Command.Ended planned =
                plan("--practice", "key-dropped", "--thumbprint", THUMBPRINT, "--vault-key", "tde-key-payroll");
        assertEquals(4, planned.exit(), planned.all());
        assertTrue(planned.all().contains("plan.register-key.other-version"), planned.all());
    }

    @Test
    void aThumbprintOfTheOldGenerationIsRefusedWithTheReason() {
        Command.Ended planned = plan(
                "--practice", "key-dropped", "--thumbprint", "0x2C5677D76F76D77F80", "--vault-key", "tde-key-payroll");
        assertEquals(4, planned.exit(), planned.all());
        assertTrue(planned.all().contains("plan.register-key.generation-old"), planned.all());
    }

    @Test
    void aVersionInTheNameNeedsAConnectorOfNovember2020() {
        Command.Ended planned =
                plan("--practice", "healthy", "--vault-key", "tde-key-2026/0123456789abcdef0123456789abcdef");
        assertEquals(4, planned.exit(), planned.all());
        assertTrue(planned.all().contains("plan.register-key.version-old"), planned.all());
    }

    @Test
    void aKeyThatIsRegisteredAlreadyNeedsNothing() {
        Command.Ended planned = plan(
                "--practice",
                "healthy",
                "--asymmetric-key",
                "TDE_Key_2024",
                "--login",
                "TDE_Login",
                "--credential",
                "Azure_EKM_TDE_cred");
        assertEquals(0, planned.exit(), planned.all());
        assertTrue(planned.all().contains("TDE_Key_2024"), planned.all());
    }

    /** Nobody could look into the vault, so the plan opens the newest version: the run stops at it, and the back-out drops it. */
    @Test
    void aKeyThatTurnsOutToBeAnotherStopsTheRunBeforeItsLoginIsMade() throws Exception {
        try (RangeHere range = RangeHere.start(program.folder(), "key-dropped")) {
            List<Object> target = List.of(range.atServerAlone(program.folder()));
            List<Object> words = new ArrayList<>(List.of("plan", "register-key"));
            words.addAll(target);
            words.addAll(List.of("--thumbprint", THUMBPRINT, "--vault-key", "tde-key-payroll"));
            words.addAll(List.of("--credential-client", "00000000-7072-6163-7469-636500000001", "--out", plan));
            Command.Ended planned = InProcess.say(words.toArray());
            assertEquals(0, planned.exit(), planned.all());
            Range world = range.range();

            program.perform(world, event -> {});

            assertEquals(List.of(2, 0), List.of(keys(world), logins(world)));
            Command.Ended shown = backOut(target);
            assertEquals(0, shown.exit(), shown.all());
            Command.Ended backedOut = backOut(target, "--approve", InProcess.digest(shown));
            assertEquals(0, backedOut.exit(), backedOut.all());
            assertEquals(List.of(1, 0), List.of(keys(world), logins(world)));
        }
    }

    /** What protects a database that is not open cannot be seen, so the key that it may wait for stays. */
    @Test
    void aKeyThatAClosedDatabaseMayNeedIsNotDropped() throws Exception {
        try (RangeHere range = RangeHere.start(program.folder(), "key-dropped")) {
            List<Object> target = List.of("--range", range.ready());
            List<Object> words = new ArrayList<>(List.of("plan", "register-key"));
            words.addAll(target);
            words.addAll(List.of("--thumbprint", THUMBPRINT, "--open", "Payroll", "--out", plan));
            Command.Ended planned = InProcess.say(words.toArray());
            assertEquals(0, planned.exit(), planned.all());
            Range world = range.range();
            world.setFault("drop-before@create-login");
            program.perform(world, event -> {});
            assertEquals(List.of(2, 0), List.of(keys(world), logins(world)));
            world.clearFault("drop-before");

            Command.Ended shown = backOut(target);

            assertEquals(3, shown.exit(), shown.all());
            assertTrue(shown.all().contains("plan.register-key.back-unseen"), shown.all());
            assertEquals(List.of(2, 0), List.of(keys(world), logins(world)));
        }
    }

    private Command.Ended backOut(List<Object> target, Object... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of("backout", program.journal()));
        words.addAll(target);
        words.addAll(List.of(more));
        return InProcess.say(words.toArray());
    }

    private static int keys(Range range) {
        return range.server().instance().security().keys().size();
    }

    private static int logins(Range range) {
        return (int) range.server().instance().security().logins().stream()
                .filter(login -> login.name().startsWith("tde_key_payroll"))
                .count();
    }

    private Command.Ended plan(Object... words) {
        List<Object> all = new ArrayList<>(List.of("plan", "register-key"));
        all.addAll(List.of(words));
        all.addAll(List.of("--out", plan));
        return InProcess.say(all.toArray());
    }
}
