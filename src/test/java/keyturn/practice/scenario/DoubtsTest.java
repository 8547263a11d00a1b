package keyturn.practice.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.state.Behaviour;
import keyturn.practice.web.Switch;
import org.junit.jupiter.api.Test;

/** {@code doubts.csv} tells each point that no source settles, and the range can do each of them either way. */
final class DoubtsTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 24, 12, 0);

    /** Settings of SQL Server itself, about which there is no doubt. */
    private static final Set<String> FACTS = Set.of("ekmProviderEnabled", "showAdvanced");

    /** @param where the switch stands in a scenario file, {@code fault}, or {@code none}: the range has one way only */
    private record Doubt(
            String point,
            String where,
            String key,
            String standard,
            String choices,
            String source,
            String date,
            String verdicts) {}

    private final List<Doubt> doubts = read();

    private static List<Doubt> read() {
        return resource("doubts.csv")
                .lines()
                .skip(1)
                .map(line -> Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
                        .map(cell -> cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell)
                        .toList())
                .map(c -> new Doubt(c.get(0), c.get(1), c.get(2), c.get(3), c.get(4), c.get(5), c.get(6), c.get(7)))
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = DoubtsTest.class.getResourceAsStream("/keyturn/practice/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Set<String> keys(String where) {
        return doubts.stream()
                .filter(doubt -> doubt.where().equals(where))
                .map(Doubt::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyDoubtHasASourceADateAndTheVerdictsThatDependOnIt() {
        for (Doubt doubt : doubts) {
            assertFalse(doubt.point().isBlank() || doubt.source().isBlank(), doubt.toString());
            assertFalse(doubt.verdicts().isBlank(), doubt.toString());
            assertTrue(LocalDate.parse(doubt.date()).isAfter(LocalDate.of(2026, 1, 1)), doubt.toString());
            assertTrue(
                    Set.of("settings", "azure", "directory", "fault", "none").contains(doubt.where()),
                    doubt.toString());
        }
    }

    @Test
    void theSettingsOfAScenarioAreTheseAndTheirDefaultsToo() {
        String odd = resource("scenario/healthy.json").replace("\"settings\": {", "\"settings\": { \"odd\": 1,");
        String fault = String.valueOf(assertThrows(ScenarioFault.class, () -> Scenarios.read("x", "x.json", odd, NOW))
                .getMessage());
        Set<String> known = new TreeSet<>(
                List.of(fault.substring(fault.indexOf("here: ") + 6).strip().split(" ")));
        known.removeAll(FACTS);
        assertEquals(known, keys("settings"));

        Behaviour healthy = Scenarios.load("healthy", NOW).instance().ekm().behaviour();
        Map<String, Object> standard = Map.of(
                "fromFileLeavesDisabled", healthy.fromFileLeavesDisabled(),
                "secretWaitsForRestart", healthy.secretWaits(),
                "dllVersionMustMatch", healthy.versionMustMatch(),
                "createsProviderKeys", healthy.makesKeys(),
                "scanMegabytesPerSecond", healthy.megabytesPerSecond(),
                "vaultSeconds", healthy.vaultSeconds());
        doubts.stream()
                .filter(doubt -> doubt.where().equals("settings"))
                .forEach(doubt -> assertEquals(String.valueOf(standard.get(doubt.key())), doubt.standard()));
    }

    @Test
    void theSwitchesOfVaultsAndOfTheDirectoryAreTheseAndTheirDefaultsToo() {
        same("azure", keyturn.practice.vault.Unwritten.values());
        same("directory", keyturn.practice.directory.Unwritten.values());
    }

    private void same(String where, Switch... all) {
        assertEquals(
                Stream.of(all).collect(Collectors.toMap(Switch::key, Switch::standard)),
                doubts.stream()
                        .filter(doubt -> doubt.where().equals(where))
                        .collect(Collectors.toMap(Doubt::key, Doubt::standard)));
    }

    @Test
    void theFaultsThatChooseAWayExist() throws IOException {
        List<String> faults = List.copyOf(keys("fault"));
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(faults))) {
            faults.forEach(fault -> assertTrue(range.clearFault(fault), fault));
        }
    }
}
