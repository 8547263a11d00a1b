package keyturn.ui.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Problem;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.Flow;
import keyturn.trouble.CheckName;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckReport;
import keyturn.trouble.check.CheckedWorld;
import keyturn.trouble.check.Checks;
import keyturn.trouble.look.CheckLook;
import keyturn.ui.parts.explain.ProblemCauses;
import keyturn.ui.trouble.CauseRow.Standing;
import keyturn.ui.wizard.Draft;
import keyturn.ui.work.DirectBackground;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page that explains errors: what is likely, what was found, what was ruled out, and what may be started. */
final class TroubleViewModelTest {

    private final Draft draft = new Draft();
    private final List<Flow> started = new ArrayList<>();

    private TroubleViewModel model(Inspection seen) {
        return new TroubleViewModel(
                draft,
                new DirectBackground(),
                (target, wanted) -> new CheckLook.Looked(seen, Checks.of(CheckedWorld.of(seen), wanted)),
                (zip, server) -> {},
                started::add);
    }

    private void connect() {
        var node = new Target.Node(new NodeName("SQL01"), ServerAddress.parse("sql01,1433"));
        draft.target().set(new Target(List.of(node), new Target.Integrated(), new Target.Unverified()));
    }

    @Test
    void withoutAServerCausesArePossibleAndChecksCannotRun() {
        TroubleViewModel model = model(new SeenWorld().inspection());
        model.text().set("Cryptographic provider 'AKV' is in disabled.");
        assertTrue(model.blocked().getValue().isPresent());
        assertEquals(RootCause.PROVIDER_DISABLED, model.rows().getFirst().cause());
        assertEquals(Standing.OPEN, model.rows().getFirst().standing());
    }

    @Test
    void checksSayWhichCauseItIsAndWhichAreRuledOut() {
        connect();
        TroubleViewModel broken = model(new SeenWorld().enabled(false).inspection());
        broken.text().set("Msg 33030, Level 16: Cryptographic provider is not available.");
        assertTrue(broken.blocked().getValue().isEmpty());
        broken.proceed(() -> {});
        assertEquals(Standing.FOUND, row(broken, RootCause.PROVIDER_DISABLED).standing());
        assertTrue(row(broken, RootCause.PROVIDER_DISABLED).evidence().isPresent());
        assertEquals(RootCause.PROVIDER_DISABLED, broken.rows().getFirst().cause());

        TroubleViewModel sound = model(new SeenWorld().inspection());
        sound.text().set("Msg 33030, Level 16: Cryptographic provider is not available.");
        sound.proceed(() -> {});
        assertEquals(Standing.RULED_OUT, row(sound, RootCause.PROVIDER_DISABLED).standing());
    }

    @Test
    void whatOnlyTheHostShowsIsUnknownAndHasALineToCopy() {
        connect();
        TroubleViewModel model = model(new SeenWorld().inspection());
        model.text().set("Provider error code: 2058.");
        model.proceed(() -> {});
        CauseRow row = row(model, RootCause.REGISTRY_RIGHTS);
        assertEquals(Standing.UNKNOWN, row.standing());
        assertTrue(row.look().isPresent());
    }

    @Test
    void aProblemOfAnyCardIsExplained() {
        TroubleViewModel model = model(new SeenWorld().inspection());
        Message any = Message.of("ui.trouble.page");
        model.explain(new Problem("vault.connect", any, Optional.of("ClosedChannelException"), any));
        assertEquals(RootCause.NO_ROUTE, model.rows().getFirst().cause());
        assertFalse(model.mustWait());
        model.explain(new Problem("vault.503", any, Optional.empty(), any));
        assertTrue(model.mustWait());
    }

    @Test
    void aFailedStepSaysItsCausesWhereOneMayNotLeave() {
        Message any = Message.of("ui.trouble.page");
        List<String> lines = ProblemCauses.lines(new Problem(
                "sql.33046", any, Optional.of("Server principal 'a' has no credential associated with x"), any));
        assertTrue(lines.getFirst()
                .contains(RootCause.CALLER_WITHOUT_CREDENTIAL.title().text()));
        assertEquals(List.of(), ProblemCauses.lines(new Problem("run.none", any, Optional.empty(), any)));
    }

    @Test
    void aCauseIsCheckedAloneAndWhatOthersFoundStays() {
        connect();
        TroubleViewModel model = model(new SeenWorld().enabled(false).inspection());
        model.text().set("Msg 33030, Level 16: Cryptographic provider is not available.");
        model.check(Set.of(CheckName.CLOCK));
        assertEquals(Standing.OPEN, row(model, RootCause.PROVIDER_DISABLED).standing(), "nobody has looked");

        model.check(row(model, RootCause.PROVIDER_DISABLED).checks());

        assertEquals(Standing.FOUND, row(model, RootCause.PROVIDER_DISABLED).standing());
        CheckReport report = model.report().getValue().orElseThrow();
        assertTrue(report.of(CheckName.CLOCK).isPresent(), "of the check before");
        assertTrue(report.of(CheckName.LOG).isEmpty(), "nobody asked for it");
        assertTrue(report.repair(RootCause.PROVIDER_DISABLED).isPresent());
    }

    /** A check that is fine rules out what it looks at, and nothing else. */
    @ParameterizedTest
    @CsvSource({
        "33046, CALLER_WITHOUT_CREDENTIAL",
        "33028 3303, SECRET_EXPIRED",
        "33027, FILE_RIGHTS",
        "33081, SIGNATURE_NOT_TRUSTED",
        "33104, DEK_MISSING",
        "33042, CREDENTIAL_TAKEN"
    })
    void aCauseThatNoCheckLooksAtIsNotRuledOut(String numbers, RootCause cause) {
        connect();
        TroubleViewModel model = model(new SeenWorld().inspection());
        model.text().set(numbers);
        model.proceed(() -> {});
        assertNotEquals(Standing.RULED_OUT, row(model, cause).standing());
    }

    @Test
    void aTextHidesNothingThatTheChecksFound() {
        connect();
        TroubleViewModel model = model(new SeenWorld().enabled(false).inspection());
        model.text().set("AADSTS7000222: The provided client secret keys are expired.");
        model.proceed(() -> {});
        assertEquals(RootCause.PROVIDER_DISABLED, model.rows().getFirst().cause());
        assertEquals(RootCause.PROVIDER_DISABLED.title().text(), model.title());
        draft.target().drop();
        assertEquals("", model.text().get(), "it was of that server");
    }

    @Test
    void onlyWhatIsKnownIsOfferedToBeExplained() {
        Message any = Message.of("ui.trouble.page");
        assertFalse(ProblemCauses.isKnown(new Problem("app.open.failed", any, Optional.of("gio: exit code 2"), any)));
        assertTrue(ProblemCauses.isKnown(new Problem("sql.connect", any, Optional.empty(), any)));
    }

    @Test
    void anotherServerForgetsWhatTheChecksFound() {
        connect();
        TroubleViewModel model = model(new SeenWorld().enabled(false).inspection());
        model.proceed(() -> {});
        assertTrue(model.report().getValue().isPresent());
        draft.target().drop();
        assertTrue(model.report().getValue().isEmpty());
    }

    private static CauseRow row(TroubleViewModel model, RootCause cause) {
        return model.rows().stream()
                .filter(row -> row.cause() == cause)
                .findFirst()
                .orElseThrow();
    }
}
