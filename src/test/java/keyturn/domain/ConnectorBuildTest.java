package keyturn.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ConnectorBuildTest {

    @Test
    void theOldGenerationMakesShortThumbprints() {
        assertTrue(build("13.0.811.168").makesShortThumbprints());
        assertFalse(build("15.0.300.96").makesShortThumbprints());
    }

    private static ConnectorBuild build(String version) {
        return new ConnectorBuild(FileVersion.parse(version), Optional.empty(), Optional.empty());
    }

    @Test
    void aHashIsSixtyFourDigits() {
        assertThrows(
                InvalidValue.class,
                () -> new ConnectorBuild(FileVersion.parse("1.0.0.0"), Optional.empty(), Optional.of("abc")));
    }

    @Test
    void knownBuildsAreOrderedByTheirVersion() {
        List<FileVersion> versions =
                KnownBuild.ALL.stream().map(KnownBuild::version).toList();

        assertEquals(versions.stream().sorted().toList(), versions);
    }

    @Property
    void partsAreComparedAsNumbersAndLeadingZerosCountForNothing(
            @ForAll @IntRange(max = 99_999) int left, @ForAll @IntRange(max = 99_999) int right) {
        var one = FileVersion.parse("15.0.%06d.1".formatted(left));
        var other = FileVersion.parse("15.0." + right + ".1");

        assertEquals(Integer.signum(Integer.compare(left, right)), Integer.signum(one.compareTo(other)));
        assertEquals(left == right, one.equals(other));
        assertEquals(one, FileVersion.parse(one.toString()));
    }
}
