package keyturn.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ConnectorBuildTest {

    @Test
    void theVersionAloneDoesNotTellWhichOfTheThreeBuildsItIs() {
        assertEquals(
                List.of(
                        KnownBuild.BUILD_15_0_2000_440_SEPTEMBER_2020,
                        KnownBuild.BUILD_15_0_2000_440_NOVEMBER_2020,
                        KnownBuild.BUILD_15_0_2000_440_NOVEMBER_2024),
                ConnectorBuild.ofVersion("15.00.2000.440").mayBe());
    }

    @Test
    void theFileDateDoes() {
        var build = new ConnectorBuild(
                FileVersion.parse("15.0.2000.440"), Optional.of(LocalDate.of(2024, 11, 9)), Optional.empty());

        assertEquals(List.of(KnownBuild.BUILD_15_0_2000_440_NOVEMBER_2024), build.mayBe());
    }

    @Test
    void aDateThatNoBuildHasOrAVersionThatNoneHasIsNoKnownBuild() {
        var build = new ConnectorBuild(
                FileVersion.parse("15.0.2000.440"), Optional.of(LocalDate.of(2021, 1, 1)), Optional.empty());

        assertEquals(List.of(), build.mayBe());
        assertEquals(List.of(), ConnectorBuild.ofVersion("15.0.2000.367").mayBe());
    }

    @Test
    void theOldGenerationMakesShortThumbprints() {
        assertTrue(ConnectorBuild.ofVersion("13.0.811.168").makesShortThumbprints());
        assertFalse(ConnectorBuild.ofVersion("15.0.300.96").makesShortThumbprints());
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
