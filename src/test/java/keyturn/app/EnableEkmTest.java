package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.practice.Range;
import keyturn.practice.server.state.Setting;
import keyturn.run.Upgrades;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keyturn plan enable-ekm}: what is missing is made, what is there is left, and a back-out takes back what was made alone. */
final class EnableEkmTest {

    private final InProcess program;
    private final Path plan;

    EnableEkmTest(@TempDir Path folder) {
        this.program = new InProcess(folder);
        this.plan = folder.resolve("plan.json");
    }

    @Test
    void aServerThatHasEverythingNeedsNothing() {
        Command.Ended planned = plan("--practice", "healthy");
        assertEquals(0, planned.exit(), planned.all());
        assertFalse(planned.all().contains("sp_configure"), planned.all());
        assertFalse(planned.all().contains("digest sha256"), planned.all());
    }

    @Test
    void theConnectorIsNotRegisteredASecondTime() {
        Command.Ended planned = plan("--practice", "healthy", "--provider", "Another_EKM");
        assertEquals(4, planned.exit(), planned.all());
        assertTrue(planned.all().contains("plan.enable-ekm.twice"), planned.all());
    }

    @Test
    void aDllThatIsNotThereStopsThePlan() {
        Command.Ended planned = plan("--practice", "new-server", "--dll", "C:\\Nowhere\\EKM.dll");
        assertEquals(4, planned.exit(), planned.all());
        assertTrue(planned.all().contains("plan.enable-ekm.no-file"), planned.all());
    }

    /** As somebody left it: the switch is off and the provider disabled, and a restart would open no database. */
    @Test
    void whatSomebodySwitchedOffIsSwitchedOnAgain() throws Exception {
        try (Range range = program.started("healthy")) {
            new Upgrades(range, program.folder())
                    .meddle("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE;"
                            + " EXEC sp_configure 'show advanced options', 1; RECONFIGURE;"
                            + " EXEC sp_configure 'EKM provider enabled', 0; RECONFIGURE;"
                            + " EXEC sp_configure 'show advanced options', 0; RECONFIGURE;");
            Command.Ended before = InProcess.say(words("forecast", range));
            assertEquals(1, before.exit(), before.all());

            Command.Ended planned =
                    InProcess.say(Stream.concat(Stream.of(words("plan", range)), Stream.of("--out", plan))
                            .toArray());
            assertEquals(0, planned.exit(), planned.all());
            Command.Ended ran = InProcess.say(Stream.concat(
                            Stream.of("run", plan, "--approve", InProcess.digest(planned)),
                            program.target(range).stream())
                    .toArray());
            assertEquals(0, ran.exit(), ran.all());
            assertTrue(isOn(range), "the switch");
            assertFalse(range.server().instance().settings().running(Setting.ADVANCED), "advanced options are hidden");
            assertTrue(range.restart());
            assertTrue(range.server().instance().databases().stream().allMatch(row -> row.online()));
        }
    }

    private Object[] words(String verb, Range range) {
        List<Object> words = new ArrayList<>(verb.equals("plan") ? List.of("plan", "enable-ekm") : List.of(verb));
        words.addAll(program.target(range));
        return words.toArray();
    }

    private static boolean isOn(Range range) {
        return range.server().instance().settings().running(Setting.EKM)
                && range.server().instance().ekm().providers().stream().allMatch(row -> row.enabled());
    }

    private Command.Ended plan(Object... words) {
        List<Object> all = new ArrayList<>(List.of("plan", "enable-ekm"));
        all.addAll(List.of(words));
        all.addAll(List.of("--out", plan));
        return InProcess.say(all.toArray());
    }
}
