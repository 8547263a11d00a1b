package keyturn.practice.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import keyturn.tools.Command;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A door whose port cannot be had takes those with it that were open before. */
final class FewHandlesTest {

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "handles are counted and limited the way Unix does it")
    void noDoorStaysOpenWhereOneCannotBeOpened() {
        var ended = Command.of(
                        Tools.require("bash"),
                        "-c",
                        "ulimit -n 256 && exec \"$0\" \"$@\"",
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        "-XX:-MaxFDLimit",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FewHandles.class.getName())
                .run(Duration.ofMinutes(2));
        assertEquals(0, ended.exit(), ended.all());
        List<String> lines = ended.out().lines().toList();
        assertEquals(13, lines.size(), ended.all());
        assertTrue(lines.stream().allMatch(line -> line.endsWith(" 0")), ended.all());
        // three vaults, sign-in, Graph and resource manager
        assertEquals(
                List.of("0 refused 0", "5 refused 0", "12 opened 0"),
                List.of(lines.get(0), lines.get(5), lines.get(12)),
                ended.all());
    }
}
