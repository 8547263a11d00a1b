package keyturn.plan.check;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Fact;
import keyturn.plan.flow.Situation;
import keyturn.plan.words.PermissionWords;

/** The login that runs the plan: what it may do. */
public final class CallerChecks {

    private CallerChecks() {}

    /**
     * What the run needs is told, and asked again before its first act: who plans need not be who may. A credential for a login
     * that controls the server takes CONTROL SERVER itself, which such a login has (document: ALTER LOGIN).
     */
    public static Stream<Finding> mayRun(Situation situation) {
        Optional<LoginName> other = otherLogin(situation);
        if (other.isPresent()) {
            return Findings.attention(
                    Area.PERMISSION, "permission.other-login", other.get(), PermissionWords.all(situation.rights()));
        }
        Fact<List<Permission>> permissions = situation.inspection().facts().permissions();
        String needed = PermissionWords.all(situation.rights());
        if (permissions.value().isEmpty()) {
            return Findings.notKnown(Area.PERMISSION, "permission.unknown", permissions, needed);
        }
        List<Permission> missing = Grants.missing(situation);
        return missing.isEmpty()
                ? Findings.fine(Area.PERMISSION, "permission.held", needed)
                : Findings.attention(
                        Area.PERMISSION,
                        "permission.lacking",
                        situation.inspection().identity().loginName(),
                        PermissionWords.all(missing),
                        needed);
    }

    /** The login that is to run the plan, where it is not the one that looked: what it may do, no view shows. */
    public static Optional<LoginName> otherLogin(Situation situation) {
        String looked = situation.inspection().identity().loginName();
        return situation.choices().runAs().filter(login -> !login.value().equalsIgnoreCase(looked));
    }

    /** For approvers: what the run needs and the login that planned lacks, or which other login is to run it. */
    public static List<Message> notices(Situation situation) {
        Optional<LoginName> other = otherLogin(situation);
        if (other.isPresent()) {
            return List.of(Message.of("plan.notice.runAs", other.get(), PermissionWords.all(situation.rights())));
        }
        List<Permission> missing = Grants.missing(situation);
        return missing.isEmpty()
                ? List.of()
                : List.of(Message.of(
                        "plan.notice.rights",
                        situation.inspection().identity().loginName(),
                        PermissionWords.all(missing),
                        PermissionWords.all(situation.rights())));
    }
}
