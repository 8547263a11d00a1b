package keyturn.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.InvalidValue;
import keyturn.domain.LocalPath;
import keyturn.domain.Permission;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.SecretLife;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.StepConditions;
import keyturn.plan.flow.rotate.RotateChoices.Further;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.SpreadBound;
import keyturn.plan.step.StepId;
import keyturn.plan.step.VaultStep;
import keyturn.plan.verify.LeftSecrets;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup of the new key and a further secret in the plan of a rotation: where they stand, who does them, what is said. */
final class FurtherOfRotationTest {

    private static final Further BOTH =
            new Further(Optional.of(new LocalPath("D:\\keys")), Optional.of(SecretLife.parse("P90D")));
    private static final ClientId CLIENT = new ClientId("00000000-7072-6163-7469-636500000001");

    private static SeenRotation asked() {
        return new SeenRotation().create().further(BOTH).allowed(KeyRight.CREATE, KeyRight.BACKUP);
    }

    private static <S> S only(Plan plan, Class<S> kind) {
        List<S> found =
                plan.steps().stream().filter(kind::isInstance).map(kind::cast).toList();
        assertEquals(1, found.size(), found.toString());
        return found.getFirst();
    }

    private static List<String> kinds(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.getClass().getSimpleName())
                .toList();
    }

    private static List<String> attentions(SeenRotation seen) {
        return seen.findings().stream()
                .filter(finding -> finding.severity() == Severity.ATTENTION)
                .map(Finding::code)
                .toList();
    }

    @Test
    void bothComeAfterTheKeyAndBeforeAnythingOnTheServer() {
        Plan plan = asked().plan();

        assertEquals(
                List.of("CreateVaultKey", "BackUpVaultKey", "AddAppSecret", "TryVaultKey", "OpenKey"),
                kinds(plan).subList(1, 6));
        VaultStep.BackUpVaultKey backUp = only(plan, VaultStep.BackUpVaultKey.class);
        assertEquals(
                "D:\\keys\\contoso-new-key-" + stamp() + ".keybackup",
                backUp.file().value());
        assertFalse(backUp.operator());
        DirectoryStep.AddAppSecret add = only(plan, DirectoryStep.AddAppSecret.class);
        assertEquals(SecretLife.parse("P90D").from(SeenWorld.NOW), add.expires());
        assertTrue(add.name().endsWith(" " + stamp()), add.name());
        assertFalse(add.operator());
        assertEquals(3, only(plan, VaultStep.TryVaultKey.class).times());
        assertTrue(plan.notices().contains(SpreadBound.notice()), "how long it is tried");
    }

    /** The time of planning, as both names have it. */
    private static String stamp() {
        return SeenWorld.NOW.toString().replaceAll("[-:]|\\.\\d+", "");
    }

    @Test
    void aKeyThatIsThereIsBackedUpToo() {
        Plan plan = new SeenRotation()
                .further(new Further(BOTH.keyBackup(), Optional.empty()))
                .plan();

        assertEquals(List.of("BackUpVaultKey", "OpenKey"), kinds(plan).subList(1, 3));
        assertTrue(only(plan, VaultStep.BackUpVaultKey.class).operator(), "there is no door");
    }

    @Test
    void whoMayNotHasColleagues() {
        Plan noDoor = new SeenRotation().create().further(BOTH).plan();
        assertTrue(only(noDoor, VaultStep.BackUpVaultKey.class).operator());
        assertTrue(only(noDoor, DirectoryStep.AddAppSecret.class).operator());
        assertFalse(noDoor.notices().contains(SpreadBound.notice()));

        Fact<ApplicationSeen> denied = new Fact.NotPermitted<>(new Permission("Application.Read.All", "graph"));
        Plan noRight = new SeenRotation()
                .create()
                .further(BOTH)
                .allowed(KeyRight.CREATE)
                .application(denied)
                .plan();
        assertTrue(only(noRight, VaultStep.BackUpVaultKey.class).operator());
        assertTrue(only(noRight, DirectoryStep.AddAppSecret.class).operator());
        assertEquals(1, only(noRight, VaultStep.TryVaultKey.class).times());
    }

    @Test
    void whatIsNotChosenIsSaid() {
        assertTrue(attentions(new SeenRotation()).contains("plan.rotate.no-key-backup"));
        assertFalse(attentions(asked()).contains("plan.rotate.no-key-backup"));
        assertTrue(attentions(new SeenRotation().further(BOTH)).contains("plan.rotate.key-backup-operator"));
        assertTrue(attentions(new SeenRotation().further(BOTH)).contains("plan.rotate.secret-operator"));
        assertTrue(attentions(asked()).contains("plan.rotate.secret-unseen"));
        var seen = new ApplicationSeen(CLIENT, "object", "EKM", List.of());
        assertTrue(attentions(asked().application(SeenWorld.known(seen))).contains("plan.rotate.secret-graph"));
    }

    @Test
    void theDirectoryTellsWhetherASecretWasMade() {
        DirectoryStep.AddAppSecret add = only(asked().plan(), DirectoryStep.AddAppSecret.class);
        assertInstanceOf(Holds.Unknown.class, StepConditions.holds(add, asked().inspection()));
        assertInstanceOf(Holds.No.class, StepConditions.holds(add, with("EKM")));
        Holds.Yes yes = assertInstanceOf(Holds.Yes.class, StepConditions.holds(add, with(add.name())));
        assertTrue(yes.found().text().contains("key-id-1"), yes.found().text());
    }

    private static Inspection with(String name) {
        var secret = new SecretSeen("key-id-1", Optional.of(name), Optional.empty(), Optional.of(Instant.MAX));
        return asked().application(SeenWorld.known(new ApplicationSeen(CLIENT, "object", "EKM", List.of(secret))))
                .inspection();
    }

    @Test
    void whatIsLeftOverIsNamed() {
        Plan plan = asked().plan();
        StepId add = only(plan, DirectoryStep.AddAppSecret.class).id();
        var told = new Verifier.TestSeen(SeenWorld.NOW, "key id key-id-1");
        var seen = new Verification.RunSeen(
                java.util.Map.of(add, told),
                Optional.empty(),
                Optional.empty(),
                new LeftSecrets(java.util.Set.of(new LeftSecrets.Lost(add, "key id key-id-1")), java.util.Set.of()));
        String notes = Verifier.verify(plan, asked().inspection(), seen).notes().toString();
        assertTrue(notes.contains("plan.note.secretLeft") && notes.contains("key-id-1"), notes);
    }

    @ParameterizedTest
    @CsvSource({
        "P365D, 2027-11-25T10:00:00Z",
        "P6M, 2027-05-25T10:00:00Z",
        "P1Y, 2027-11-25T10:00:00Z",
        "P2Y, 2028-11-25T10:00:00Z"
    })
    void aLifeIsAPeriod(String life, Instant end) {
        assertEquals(end, SecretLife.parse(life).from(Instant.parse("2026-11-25T10:00:00.123Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P0D", "P-1D", "P3Y", "P25M", "365", "PT5H"})
    void noOtherLifeIs(String life) {
        assertThrows(InvalidValue.class, () -> SecretLife.parse(life));
    }

    @ParameterizedTest
    @CsvSource({
        "/home/dba/keys, /home/dba/keys/a, /home/dba",
        "/, /a, /",
        "D:\\keys, D:\\keys\\a, D:\\",
        "D:\\, D:\\a, D:\\",
        "\\\\nas\\keys\\x, \\\\nas\\keys\\x\\a, \\\\nas\\keys"
    })
    void aPathIsWholeOnEitherSystem(String path, String file, String folder) {
        assertEquals(file, new LocalPath(path).file("a").value());
        assertEquals(folder, new LocalPath(path).folder().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "keys", "./keys", "D:keys", "\\keys", "/a\nb"})
    void noOtherPathIs(String path) {
        assertThrows(InvalidValue.class, () -> new LocalPath(path.replace("\\n", "\n")));
    }
}
