package keyturn.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.models.CreateEcKeyOptions;
import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.NamedFacts;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.run.step.Decider;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the server refuses where nobody could see it before, or where somebody changed it meanwhile: no database hangs on
 * another key, and the back-out takes away what the run had made.
 */
@BesideOthers
final class RefusedRotationTest {

    private static final String VAULT = "keyturn-practice-vault";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ec, sql.33049",
        "4096, sql.33049",
        "3072, sql.33049",
        "disabled, sql.33049",
        "deleted, sql.33049",
        "expired, sql.33049",
        "later, sql.33049"
    })
    void aKeyThatNobodyCouldLookAtAndThatDoesNotFit(String key, String code) throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"));
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, "get", "list", "create", "update", "delete", "wrapKey", "unwrapKey");
            make(outside, range, key);
            Upgrades world = new Upgrades(range, folder);
            refused(world, Rotations.plan(world, key, List.of("Sales")), "none", "", code);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OpenKey | ALTER LOGIN practice DROP CREDENTIAL Azure_EKM_admin_cred | sql.33046",
                "OpenKey | ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE | sql.33031",
                "CreateKeyLogin | CREATE LOGIN NEW_LOGIN WITH PASSWORD = N'Practice-Only-1' | sql.15025",
                "CreateCredential | CREATE CREDENTIAL NEW_CRED WITH IDENTITY = N'x' | sql.15530",
                "AddCredential | CREATE LOGIN other WITH PASSWORD = N'Practice-Only-1';"
                        + " ALTER LOGIN other ADD CREDENTIAL NEW_CRED | sql.33042",
                "ReencryptDatabase | ALTER LOGIN NEW_LOGIN DISABLE | sql.33056",
                "ReencryptDatabase | ALTER DATABASE Sales SET READ_ONLY | sql.33118",
                "ReencryptDatabase | USE Sales; ALTER DATABASE ENCRYPTION KEY REGENERATE WITH ALGORITHM = AES_256 | sql.33110"
            })
    void whatSomebodyChangesRightBeforeTheStatement(String step, String meanwhile, String code) throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            refused(world, Rotations.plan(world, "tde-key-2026", List.of("Sales")), step, meanwhile, code);
        }
    }

    @Test
    void aDatabaseThatIsReadOnlyByNowIsSeenBeforeAnythingIsMade() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Upgrades world = new Upgrades(range, folder);
            Plan plan = Rotations.plan(world, "tde-key-2026", List.of("Sales"));
            world.meddle("ALTER DATABASE Sales SET READ_ONLY");
            var refused = assertInstanceOf(RunResult.Refused.class, Rotations.run(world, Upgrades.approved(plan)));

            var moved = assertInstanceOf(Refusal.FactMoved.class, refused.why()).moved();
            assertEquals(NamedFacts.OF_RANGE.of("Sales", DatabaseFact.READ_ONLY), moved.fact());
        }
    }

    private void refused(Upgrades world, Plan plan, String step, String meanwhile, String code) throws Exception {
        Inspection before = world.look();
        var stopped = assertInstanceOf(
                RunResult.Stopped.class,
                world.runner.run(
                        Upgrades.approved(plan), world.target, folder, meddling(world, plan, step, meanwhile)));

        assertEquals(code, stopped.problem().code(), stopped.problem().toString());
        assertEquals(List.of("OLD", "OLD", "OLD", "OLD"), Rotations.protectors(world));
        assertEquals(List.of(), unfinished(stopped.trail().folder()));
        for (String mended : mends(meanwhile)) {
            world.meddle(mended);
        }
        Path run = stopped.trail().folder();
        if (meanwhile.contains("REGENERATE")) {
            // the scan goes on for most of a minute: what the back-out would do is enough
            assertEquals(4, Rotations.back(world, run).plan().steps().size());
            return;
        }
        if (!made(before).equals(made(world.look()))) {
            world.runner.backout(run, Rotations.back(world, run), world.target, Rotations.setting(world));
        }
        assertEquals(made(before), made(world.look()));
    }

    private static RunSetting meddling(Upgrades world, Plan plan, String step, String meanwhile) {
        RunListener listener = event -> {
            world.events.add(event);
            boolean now = event instanceof RunEvent.Started started
                    && Rotations.step(plan, started.step())
                            .getClass()
                            .getSimpleName()
                            .equals(step);
            if (now) {
                try {
                    world.meddle(meanwhile);
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            }
        };
        return new RunSetting(Optional.empty(), listener, Decider.STOPS, () -> false, Rotations.secrets());
    }

    /** What the operator takes back before anybody goes back. */
    private static List<String> mends(String meanwhile) {
        return Stream.of(
                        Optional.of("ALTER LOGIN practice ADD CREDENTIAL Azure_EKM_admin_cred")
                                .filter(mend -> meanwhile.contains("DROP CREDENTIAL")),
                        Optional.of("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM ENABLE")
                                .filter(mend -> meanwhile.contains("PROVIDER")),
                        Optional.of("ALTER LOGIN other DROP CREDENTIAL NEW_CRED; DROP LOGIN other")
                                .filter(mend -> meanwhile.contains("LOGIN other")),
                        Optional.of("DROP LOGIN NEW_LOGIN").filter(mend -> meanwhile.contains("LOGIN NEW_LOGIN WITH")),
                        Optional.of("DROP CREDENTIAL NEW_CRED").filter(mend -> meanwhile.contains("CREATE CREDENTIAL")),
                        Optional.of("ALTER DATABASE Sales SET READ_WRITE")
                                .filter(mend -> meanwhile.contains("READ_ONLY")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a rotation makes on the server, and who carries what. */
    private static String made(Inspection seen) {
        var facts = seen.facts();
        return facts.asymmetricKeys().value().orElseThrow() + "\n"
                + facts.keyLogins().value().orElseThrow() + "\n"
                + facts.credentials().value().orElseThrow() + "\n"
                + facts.around().keyholding().caller() + "\n"
                + facts.around().keyholding().names();
    }

    private static List<Path> unfinished(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(json|jsonl|lock|sql|ps1|txt|html)"))
                    .toList();
        }
    }

    private static void make(Outsider outside, Range range, String key) {
        KeyClient keys = outside.keys(range);
        var rsa = new CreateRsaKeyOptions(key).setKeySize(2048);
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        switch (key) {
            case "ec" -> keys.createEcKey(new CreateEcKeyOptions(key));
            case "4096", "3072" -> keys.createRsaKey(rsa.setKeySize(Integer.parseInt(key)));
            case "disabled" -> keys.createRsaKey(rsa.setEnabled(false));
            case "expired" -> keys.createRsaKey(rsa.setExpiresOn(now.minusDays(1)));
            case "later" -> keys.createRsaKey(rsa.setNotBefore(now.plusDays(1)));
            default -> {
                keys.createRsaKey(rsa);
                outside.delete(range, key);
            }
        }
    }
}
