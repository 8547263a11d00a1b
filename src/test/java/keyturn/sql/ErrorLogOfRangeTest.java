package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import keyturn.domain.Target;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.Fact;
import keyturn.inspect.ErrorLog;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the error log says of providers and keys, over the wire. */
@BesideOthers
final class ErrorLogOfRangeTest {

    @ParameterizedTest
    @CsvSource({
        "healthy, bad-signature@restart, 33081",
        "healthy, provider-code=3303@restart, 33028",
        "old-2016, provider-code=3303@restart, 33028"
    })
    void whatWentWrongAtTheStartIsFoundByItsNumber(String scenario, String fault, int number) throws Exception {
        try (Range range = Range.start(RangeOptions.of(scenario).withFaults(List.of(fault)))) {
            Instant before = Instant.now(Clock.systemUTC()).minusSeconds(5);
            assertTrue(range.restart());
            List<ErrorLine> lines =
                    read(RangeTargets.administrator(range), before).value().orElseThrow();
            assertTrue(lines.stream().anyMatch(line -> line.number() == number), lines.toString());
            assertTrue(lines.stream().noneMatch(line -> line.at().isBefore(before)), lines.toString());
        }
    }

    @Test
    void linesOfBeforeAreLeftOut() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("provider-code=3303@restart")))) {
            assertTrue(range.restart());
            Instant later = Instant.now(Clock.systemUTC()).plusSeconds(3600);
            assertEquals(
                    List.of(),
                    read(RangeTargets.administrator(range), later).value().orElseThrow());
        }
    }

    @Test
    void aLoginThatMayNotReadItIsToldThePermission() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Fact<List<ErrorLine>> denied = read(RangeTargets.reader(range), Instant.EPOCH);
            assertEquals(
                    "VIEW ANY ERROR LOG",
                    assertInstanceOf(Fact.NotPermitted.class, denied)
                            .permission()
                            .name());
        }
    }

    private static Fact<List<ErrorLine>> read(Target target, Instant since) throws Exception {
        try (var session = new SqlConnector("1.2.3").open(target)) {
            return ErrorLog.since(since, session.sql());
        }
    }
}
