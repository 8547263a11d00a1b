package keyturn.trouble.check;

import static keyturn.plan.SeenWorld.known;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.inspection.ErrorLine;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.SeenWorld;
import keyturn.plan.forecast.Forecast;
import keyturn.trouble.CheckName;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the error log says of keys that master does not have, and what is offered for them. */
final class MissingKeysTest {

    private static final String FIRST = "0x1111111111111111111111111111111111111111";
    private static final String SECOND = "0x2222222222222222222222222222222222222222";

    private static final Set<CheckName> LOG = EnumSet.of(CheckName.LOG);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot find server certificate with thumbprint '" + FIRST + "'.",
                "Das Serverzertifikat mit dem Fingerabdruck '" + FIRST + "' wurde nicht gefunden."
            })
    void aCertificateThatIsMissingIsNoKeyOfAProvider(String text) {
        CheckReport report = report(List.of(line(0, text)), closed("Archive"));
        assertFalse(report.isFailing());
        assertEquals(List.of(), report.repairs());
    }

    @Test
    void eachKeyThatIsMissingHasAnOfferWithTheDatabaseThatTheLogNamesNextToIt() {
        CheckReport report = report(
                List.of(
                        line(0, missing(FIRST)),
                        line(
                                1,
                                "An error occurred during recovery, preventing the database 'Archive' from restarting."),
                        line(60, missing(SECOND)),
                        line(
                                61,
                                "An error occurred during recovery, preventing the database 'Stock' from restarting.")),
                closed("Archive"),
                closed("Stock"),
                closed("Broken disk"));
        assertEquals(
                List.of(
                        List.of("--thumbprint", FIRST, "--open", "Archive"),
                        List.of("--thumbprint", SECOND, "--open", "Stock")),
                words(report));
    }

    @Test
    void whichDatabaseWaitsIsLeftOpenWhereTheLogDoesNotTell() {
        List<ErrorLine> mixed = List.of(
                line(0, missing(FIRST)),
                line(1, missing(SECOND)),
                line(2, "An error occurred during recovery, preventing the database 'Archive' from restarting."));
        assertEquals(
                List.of(List.of("--thumbprint", FIRST), List.of("--thumbprint", SECOND)),
                words(report(mixed, closed("Archive"))));
        assertEquals(
                List.of(List.of("--thumbprint", FIRST)),
                words(report(List.of(line(0, missing(FIRST))), closed("Archive"), closed("Broken disk"))));
        assertEquals(
                List.of(List.of("--thumbprint", FIRST, "--open", "Archive")),
                words(report(List.of(line(0, missing(FIRST))), closed("Archive"))));
    }

    @Test
    void aKeyThatIsMissingIsWrongOnlyWhileADatabaseIsClosed() {
        List<ErrorLine> given = List.of(line(0, missing(FIRST)));
        assertEquals(State.FOUND, log(report(given, closed("Archive"))).state());
        CheckReport open = report(given, SeenWorld.plain(6, "Archive"));
        assertEquals(State.ATTENTION, log(open).state());
        assertEquals(List.of(RootCause.KEY_NOT_REGISTERED), log(open).causes());
    }

    @Test
    void theLineOfAKeyThatIsThereAgainIsOver() {
        var missing = new MissingKeys(world(
                List.of(line(0, missing(FIRST)), line(1, missing(SeenWorld.KEY.toString()))), closed("Archive")));
        assertEquals(State.FINE, missing.state(line(1, missing(SeenWorld.KEY.toString()))));
        assertEquals(State.FOUND, missing.state(line(0, missing(FIRST))));
        assertEquals(State.FOUND, missing.state(line(0, "Error: 33111, Severity: 16, State: 3.")));
    }

    private static String missing(String print) {
        return "Cannot find server asymmetric key with thumbprint '" + print + "'.";
    }

    private static ErrorLine line(long after, String text) {
        boolean recovery = text.contains("recovery");
        return new ErrorLine(SeenWorld.TAKEN.minusSeconds(600 - after), recovery ? 3414 : 33111, text);
    }

    private static Database closed(String name) {
        return SeenWorld.unreadable(7, name, "RECOVERY_PENDING");
    }

    private static CheckResult log(CheckReport report) {
        return report.of(CheckName.LOG).orElseThrow();
    }

    private static List<List<String>> words(CheckReport report) {
        return report.repairs().stream()
                .filter(one -> one.cause() == RootCause.KEY_NOT_REGISTERED)
                .map(OfferedRepair::words)
                .toList();
    }

    private static CheckReport report(List<ErrorLine> log, Database... databases) {
        return Checks.of(world(log, databases), LOG);
    }

    private static CheckedWorld world(List<ErrorLine> log, Database... databases) {
        Database[] all = Stream.concat(Stream.of(SeenWorld.encrypted(5, "Sales")), Stream.of(databases))
                .toArray(Database[]::new);
        Inspection seen = new SeenWorld().databases(all).inspection();
        return new CheckedWorld(
                seen, Forecast.of(seen), known(log), SeenWorld.unknown(), List.of(), SeenWorld.unknown());
    }
}
