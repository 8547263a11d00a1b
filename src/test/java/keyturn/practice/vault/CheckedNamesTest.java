package keyturn.practice.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import keyturn.practice.RangeOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With names of the cloud in the certificate and in the system's list of hosts, Microsoft's clients need no check off. */
final class CheckedNamesTest {

    @TempDir
    private Path folder;

    @Test
    void theChallengeAndTheAuthorityStandTheClientsChecks() throws IOException {
        var ended = CheckedNames.command(folder).run(Duration.ofMinutes(2));
        assertEquals(0, ended.exit(), ended.all());
        List<String> said = ended.out().lines().toList();
        assertEquals("key " + CheckedNames.VAULT, said.get(0), ended.all());
        assertEquals("unwrapped 3", said.get(1), ended.all());
        assertEquals("asked 1", said.get(2), "a person is asked once, for whatever resources");
        assertTrue(
                said.get(3).startsWith("other ") && said.get(3).contains("does not match the requested domain"),
                ended.all());
    }

    @Test
    void whatIsNoNameIsNotTaken() {
        for (String name : List.of("", "a b", "*", "a..b", "x,y", "a".repeat(64))) {
            RangeOptions options = RangeOptions.of("healthy");
            assertThrows(IllegalArgumentException.class, () -> options.withNames(List.of(name)), name);
        }
    }
}
