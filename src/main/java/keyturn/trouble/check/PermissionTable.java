package keyturn.trouble.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Grants;

/** The least permission that each action needs, and whether the login has it (document: T-SQL reference of each statement). */
final class PermissionTable {

    /** In the order in which a server is set up; a permission does not change once made. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Action {
        SEE(Permission.VIEW_SERVER_STATE),
        SETTING(Permission.onServer("ALTER SETTINGS")),
        PROVIDER(Permission.CONTROL_SERVER),
        CREDENTIAL(Permission.ALTER_ANY_CREDENTIAL),
        LOGIN(Permission.ALTER_ANY_LOGIN),
        KEY(Permission.CREATE_ASYMMETRIC_KEY),
        LOG(Permission.onServer("VIEW ANY ERROR LOG"));

        private final Permission least;

        Action(Permission least) {
            this.least = least;
        }
    }

    private PermissionTable() {}

    static List<Message> rows(Inspection seen) {
        return Stream.of(Action.values())
                .map(action -> Message.of(
                        "trouble.permission." + action.name().toLowerCase(Locale.ROOT),
                        action.least.name(),
                        Message.of("trouble.permission."
                                        + Grants.holds(action.least, seen)
                                                .map(held -> held ? "held" : "lacking")
                                                .orElse("unknown"))
                                .text()))
                .toList();
    }
}
