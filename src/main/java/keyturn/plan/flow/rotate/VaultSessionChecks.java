package keyturn.plan.flow.rotate;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.LoginName;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.check.Area;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;

/** The login that runs the plan opens the vault: through an enabled provider, and by which credential. */
final class VaultSessionChecks {

    private VaultSessionChecks() {}

    /** A new session with a provider that is switched off is refused (33031). */
    static Stream<Finding> enabled(RotationSituation situation) {
        return situation.provider().stream()
                .filter(row -> !row.enabled())
                .flatMap(row -> Findings.blocked(Area.PROVIDER, "rotate.disabled", row.name()));
    }

    /** CREATE ASYMMETRIC KEY opens the vault by the credential of the login that runs it, else 33046. */
    static Stream<Finding> credential(RotationSituation situation) {
        Fact<Caller> caller = situation.keyholding().caller();
        if (caller.value().isEmpty()) {
            return Findings.blockedUnknown(Area.CALLER, "rotate.caller-unknown", caller);
        }
        Optional<LoginName> other = CallerChecks.otherLogin(situation);
        String login = other.map(LoginName::value)
                .orElseGet(() -> situation.inspection().identity().loginName());
        if (other.isPresent() && caller.value().flatMap(Caller::login).isEmpty()) {
            return Findings.blocked(Area.CALLER, "rotate.run-as-none", login);
        }
        if (caller.value().flatMap(Caller::login).isEmpty()) {
            return Findings.blocked(Area.CALLER, "rotate.caller-group", login);
        }
        return situation
                .callersCredential()
                .map(held -> held(situation, login, held))
                .orElseGet(
                        () -> Findings.attention(Area.CALLER, "rotate.caller-temporary", login, situation.temporary()));
    }

    private static Stream<Finding> held(RotationSituation situation, String login, Credential held) {
        Optional<String> vault = situation.oldCredential().map(Credential::identity);
        return vault.filter(held.identity()::equalsIgnoreCase).isPresent() || vault.isEmpty()
                ? Findings.fine(Area.CALLER, "rotate.caller", login, held.name(), held.identity())
                : Findings.blocked(
                        Area.CALLER, "rotate.caller-other-vault", login, held.name(), held.identity(), vault.get());
    }
}
