package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import keyturn.plan.Plan;
import keyturn.plan.SeenSetUp;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.enableekm.EnableEkmFlow;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;

/** A new server: the switch, the provider, a credential for the login, and the first key. */
public final class EnableEkmFixture implements FlowFixture {

    private static final String KEY = "tde-key-2026";

    @Override
    public FlowName flow() {
        return EnableEkmFlow.NAME;
    }

    @Override
    public String scenario() {
        return "new-server";
    }

    @Override
    public List<Object> choices(Path folder) {
        return List.of("--vault-key", KEY);
    }

    @Override
    public List<Object> secretAgain(Range range, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), range.offers().getOrDefault("secret", "") + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return List.of("--credential-secret-file", file);
    }

    @Override
    public Step decisive(Plan plan) {
        return plan.steps().stream()
                .filter(step -> RangeWord.of(step).equals("create-provider"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Overall verdict() {
        return Overall.DONE;
    }

    @Override
    public void assertDoneOnce(Range range, Outsider outside) {
        var instance = range.server().instance();
        assertEquals(
                List.of(1, 2, 1),
                List.of(
                        instance.ekm().providers().size(),
                        instance.security().credentials().size(),
                        instance.security().keys().size()),
                "providers, credentials, keys");
    }

    /** What a plan leaves shows in no database; {@link SetUpScriptsTest} looks at it by other ways. */
    @Override
    public List<AtServer> atServer() {
        return List.of();
    }

    /** Nobody looks at the vault. */
    static AtServer alone() {
        return new AtServer(
                "new-server",
                List.of(
                        "--identity",
                        "keyturn-practice-vault",
                        "--credential-client",
                        "00000000-7072-6163-7469-636500000001",
                        "--vault-key",
                        KEY));
    }

    /** Switch and provider alone. */
    static AtServer bare() {
        return new AtServer("new-server", List.of());
    }

    @Override
    public Plan readablePlan() {
        return SeenSetUp.plan();
    }

    @Override
    public void choose(Keyboard keyboard) {
        keyboard.press("turn-to-enable-ekm");
        keyboard.type("ekm-vault-key", KEY);
        keyboard.press("next");
    }

    @Override
    public List<String> tourTells() {
        return List.of("scenario new-server", "sp_configure", "CREATE CRYPTOGRAPHIC PROVIDER", "CREATE ASYMMETRIC KEY");
    }
}
