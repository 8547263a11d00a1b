package keyturn.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.Topology;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.domain.inspection.Keyholding.NameKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stops a rotation before there is a plan; and what the plan does where nothing stops it. */
final class BlockedRotationTest {

    @ParameterizedTest
    @MethodSource("reasons")
    void theReasonIsSaidInWords(String code, SeenRotation seen) {
        var blocked = assertInstanceOf(PlanOutcome.Blocked.class, seen.planned());

        assertTrue(blocked.problems().stream().map(Problem::code).toList().contains(code), blocked.toString());
        blocked.problems()
                .forEach(problem -> assertTrue(
                        !problem.summary().text().contains("{")
                                && !problem.next().text().contains("{"),
                        problem.toString()));
    }

    static Stream<Arguments> reasons() {
        Credential elsewhere = new Credential(9, new CredentialName("x"), "fabrikam", 65536);
        return Stream.of(
                Arguments.of("plan.rotate.key-taken", new SeenRotation().taken(NameKind.KEY, "NEW s KEY")),
                Arguments.of("plan.rotate.login-taken", new SeenRotation().taken(NameKind.LOGIN, "new login")),
                Arguments.of(
                        "plan.rotate.credential-taken",
                        new SeenRotation().taken(NameKind.CREDENTIAL, "new credential")),
                Arguments.of(
                        "plan.rotate.temporary-taken",
                        new SeenRotation().callerWithout().taken(NameKind.CREDENTIAL, "Keyturn temporary new S key")),
                Arguments.of("plan.rotate.caller-unknown", new SeenRotation().caller(SeenWorld.unknown())),
                Arguments.of(
                        "plan.rotate.caller-group",
                        new SeenRotation().caller(SeenWorld.known(new Caller(Optional.empty(), List.of())))),
                Arguments.of(
                        "plan.rotate.caller-other-vault",
                        new SeenRotation()
                                .caller(SeenWorld.known(
                                        new Caller(Optional.of(new LoginName("dba")), List.of(elsewhere))))),
                Arguments.of("plan.rotate.managed-identity", new SeenRotation().identity("Managed Identity")),
                Arguments.of("plan.rotate.old-unopened", new SeenRotation().unopened()),
                Arguments.of(
                        "plan.rotate.version-build", new SeenRotation().vaultKey("k/0123456789abcdef0123456789abcdef")),
                Arguments.of("plan.rotate.disabled", new SeenRotation().world(world -> world.enabled(false))),
                Arguments.of(
                        "plan.rotate.old-missing",
                        new SeenRotation().world(world -> world.keys(SeenWorld.known(List.of())))),
                Arguments.of("plan.rotate.read-only", new SeenRotation().world(world -> world.databases(readOnly()))),
                Arguments.of(
                        "plan.database.scan", new SeenRotation().world(world -> world.databases(SeenWorld.inState(4)))),
                Arguments.of(
                        "plan.rotate.not-concerned",
                        new SeenRotation().world(world -> world.databases(SeenWorld.plain(5, "Sales")))),
                Arguments.of(
                        "plan.rotate.topology.clustered",
                        new SeenRotation().world(world -> world.topology(SeenWorld.known(new Topology(true, false))))));
    }

    @Test
    void theStepsStandInThisOrder() {
        assertEquals(
                List.of(
                        "AwaitLogBackup",
                        "TestDatabase",
                        "CreateCredential",
                        "AddCredential",
                        "OpenKey",
                        "TakeCredential",
                        "DropCredential",
                        "CreateKeyLogin",
                        "CreateCredential",
                        "AddCredential",
                        "ReencryptDatabase",
                        "TestDatabase",
                        "ReadKeyChain"),
                new SeenRotation()
                        .callerWithout().noLogBackup().plan().steps().stream()
                                .map(step -> step.getClass().getSimpleName())
                                .toList());
    }

    @Test
    void withFoldersTheLogBackupComesFirstAndBothComeLast() {
        assertEquals(
                List.of(
                        "BackUpLogFirst",
                        "TestDatabase",
                        "OpenKey",
                        "CreateKeyLogin",
                        "CreateCredential",
                        "AddCredential",
                        "ReencryptDatabase",
                        "TestDatabase",
                        "ReadKeyChain",
                        "BackUpAfterwards",
                        "BackUpAfterwards"),
                new SeenRotation()
                        .noLogBackup().backups("D:\\Backup", "D:\\Backup").plan().steps().stream()
                                .map(step -> step.getClass().getSimpleName())
                                .toList());
    }

    private static Database readOnly() {
        Database row = SeenWorld.encrypted(5, "Sales");
        return new Database(
                row.id(),
                row.name(),
                row.state(),
                row.recoveryModel(),
                true,
                row.key(),
                row.logBackupPossible(),
                row.partners());
    }
}
