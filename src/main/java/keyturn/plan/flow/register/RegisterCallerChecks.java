package keyturn.plan.flow.register;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;

/** The login that runs the plan opens the vault: through an enabled provider, and by which credential. */
final class RegisterCallerChecks {

    private RegisterCallerChecks() {}

    /** A new session with a provider that is switched off is refused (33031). */
    static Stream<Finding> enabled(RegisterSituation situation) {
        return situation.provider().stream()
                .filter(row -> !row.enabled())
                .flatMap(row -> Findings.of(
                        RegisterFlow.NAME, Area.PROVIDER, Severity.BLOCKS, "provider-disabled", row.name()));
    }

    /** CREATE ASYMMETRIC KEY opens the vault by the credential of the login that runs it, else 33046. */
    static Stream<Finding> credential(RegisterSituation situation) {
        if (situation.key().isPresent()) {
            return Stream.empty();
        }
        String login = situation.inspection().identity().loginName();
        Fact<Caller> caller = situation.keyholding().caller();
        if (caller.value().isEmpty()) {
            return found(Severity.BLOCKS, "caller-unknown", login);
        }
        if (caller.value().flatMap(Caller::login).isEmpty()) {
            return found(Severity.BLOCKS, "caller-group", login);
        }
        Optional<Credential> held = situation.callersCredential();
        if (held.isEmpty()) {
            return situation.choices().signIn().isPresent()
                    ? found(Severity.ATTENTION, "caller-temporary", login, situation.temporary())
                    : found(Severity.BLOCKS, "caller-application", login);
        }
        return held(situation, login, held.get());
    }

    private static Stream<Finding> held(RegisterSituation situation, String login, Credential held) {
        return held.identity().equalsIgnoreCase(situation.choices().vault())
                ? found(Severity.FINE, "caller", login, held.name(), held.identity())
                : found(
                        Severity.BLOCKS,
                        "caller-other-vault",
                        login,
                        held.name(),
                        held.identity(),
                        situation.choices().vault());
    }

    private static Stream<Finding> found(Severity severity, String rule, Object... about) {
        return Findings.of(RegisterFlow.NAME, Area.CALLER, severity, rule, about);
    }
}
