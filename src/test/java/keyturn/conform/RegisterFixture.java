package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.SeenRegister;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.register.RegisterFlow;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification.Overall;
import keyturn.practice.Outsider;
import keyturn.practice.Range;

/** A key that was dropped: the vault shows which version of it is needed, and the database that waits for it is opened. */
public final class RegisterFixture implements FlowFixture {

    private static final String THUMBPRINT = "0x240186F2E453AE686BE0B5B68479B9A6978E2E44";
    static final String VAULT_KEY = "tde-key-payroll/61541cb93f91fe92d2596deb866b3028";

    @Override
    public FlowName flow() {
        return RegisterFlow.NAME;
    }

    @Override
    public String scenario() {
        return "key-dropped";
    }

    @Override
    public List<Object> choices(Path folder) {
        return List.of("--thumbprint", THUMBPRINT, "--open", "Payroll");
    }

    @Override
    public Step decisive(Plan plan) {
        return plan.steps().stream()
                .filter(step -> RangeWord.of(step).equals("create-asymmetric-key"))
                .findFirst()
                .orElseThrow();
    }

    /** While Payroll is closed nobody sees whether it needs the key; open, it does. */
    @Override
    public Optional<String> kept(Inspection before, Inspection seen) {
        boolean isOpened = !seen.facts()
                .asymmetricKeys()
                .value()
                .equals(before.facts().asymmetricKeys().value());
        boolean isClosed =
                seen.facts().databases().value().orElse(List.of()).stream().anyMatch(ServerKeys::isUnseen);
        return isOpened ? Optional.of("plan.register-key.back-" + (isClosed ? "unseen" : "needed")) : Optional.empty();
    }

    @Override
    public Overall verdict() {
        return Overall.DONE;
    }

    @Override
    public void assertDoneOnce(Range range, Outsider outside) {
        assertEquals(
                1,
                range.server().instance().security().keys().stream()
                        .filter(key -> key.thumbprint().toString().equalsIgnoreCase(THUMBPRINT))
                        .count(),
                "keys with the thumbprint");
        assertTrue(
                range.server().instance().databases().stream()
                        .filter(row -> row.name().equals("Payroll"))
                        .allMatch(row -> row.online()),
                "Payroll is open");
    }

    @Override
    public List<Object> secretAgain(Range range, Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), range.offers().getOrDefault("secret", "") + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return List.of("--credential-secret-file", file);
    }

    /** A database that is open with the key keeps it, so no script leads back to the start; {@link RegisterScriptsTest} has the rest. */
    @Override
    public List<AtServer> atServer() {
        return List.of();
    }

    /** Nobody looks at the vault; the thumbprint decides once the key is open. */
    static AtServer alone(String vaultKey) {
        return new AtServer(
                "key-dropped",
                List.of(
                        "--thumbprint",
                        THUMBPRINT,
                        "--vault-key",
                        vaultKey,
                        "--credential-client",
                        "00000000-7072-6163-7469-636500000001",
                        "--open",
                        "Payroll"));
    }

    @Override
    public Plan readablePlan() {
        return SeenRegister.plan();
    }

    @Override
    public void choose(Keyboard keyboard) {
        keyboard.press("turn-to-register-key");
        keyboard.type("register-thumbprint", THUMBPRINT);
        keyboard.press("register-open-1");
        keyboard.press("next");
    }

    @Override
    public List<String> tourTells() {
        return List.of("scenario key-dropped", "CREATE ASYMMETRIC KEY", "SET ONLINE", "BACKUP");
    }
}
