package keyturn.plan.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.flow.rotate.RotationSituation;

/** The login that runs the plan: what it may do, and as whom it opens the vault. */
public final class CallerChecks {

    private CallerChecks() {}

    /** A credential for a login that controls the server takes CONTROL SERVER itself (document: ALTER LOGIN). */
    public static Stream<Finding> mayRotate(RotationSituation situation) {
        Fact<List<Permission>> permissions = situation.inspection().facts().permissions();
        String needed = Permission.CONTROL_SERVER.name();
        if (permissions.value().isEmpty()) {
            return Findings.blockedUnknown(Area.PERMISSION, "rotate.permission-unknown", permissions, needed);
        }
        return Grants.missing(situation.inspection()).isEmpty()
                ? Findings.fine(Area.PERMISSION, "permission.held", needed)
                : Findings.blocked(Area.PERMISSION, "rotate.permission", needed);
    }

    /** A new session with a provider that is switched off is refused (33031). */
    public static Stream<Finding> enabled(RotationSituation situation) {
        return situation.provider().stream()
                .filter(row -> !row.enabled())
                .flatMap(row -> Findings.blocked(Area.PROVIDER, "rotate.disabled", row.name()));
    }

    /** CREATE ASYMMETRIC KEY opens the vault by the credential of the login that runs it, else 33046. */
    public static Stream<Finding> credential(RotationSituation situation) {
        Fact<Caller> caller = situation.keyholding().caller();
        if (caller.value().isEmpty()) {
            return Findings.blockedUnknown(Area.CALLER, "rotate.caller-unknown", caller);
        }
        String login = situation.inspection().identity().loginName();
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
