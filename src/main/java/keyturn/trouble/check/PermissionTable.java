package keyturn.trouble.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Flows;
import keyturn.plan.check.Grants;
import keyturn.trouble.FlowPermission;
import keyturn.trouble.Knowledge;

/** The least permission that each action needs, and whether the login has it (document: T-SQL reference of each statement). */
final class PermissionTable {

    /** In the order in which a server is set up. */
    private enum Action {
        SEE("VIEW SERVER STATE", "server"),
        SETTING("ALTER SETTINGS", "server"),
        PROVIDER("CONTROL SERVER", "server"),
        CREDENTIAL("ALTER ANY CREDENTIAL", "server"),
        LOGIN("ALTER ANY LOGIN", "server"),
        KEY("CREATE ASYMMETRIC KEY", "master"),
        LOG("VIEW ANY ERROR LOG", "server");

        private final String permission;
        private final String securable;

        Action(String permission, String securable) {
            this.permission = permission;
            this.securable = securable;
        }

        Permission least() {
            return new Permission(permission, securable);
        }
    }

    /** SQL Server 2022; before, the procedure asks for a role (document: sp_readerrorlog). */
    private static final int LOG_PERMISSION = 16;

    private static final String LOG_ROLE = "securityadmin";

    private PermissionTable() {}

    static List<Message> rows(Inspection seen) {
        boolean log = seen.identity().majorVersion() >= LOG_PERMISSION;
        Stream<Message> permissions = Stream.of(Action.values())
                .filter(action -> log || action != Action.LOG)
                .map(action -> Message.of(
                        "trouble.permission." + action.name().toLowerCase(Locale.ROOT),
                        action.least().name(),
                        held(Grants.holds(action.least(), seen))));
        return Stream.concat(permissions, Stream.of(role(seen)).filter(row -> !log))
                .toList();
    }

    /** Membership in the role is not read; control of the server stands for it. */
    private static Message role(Inspection seen) {
        Optional<Boolean> held = Grants.holds(Permission.CONTROL_SERVER, seen).filter(control -> control);
        return Message.of("trouble.permission.log.role", LOG_ROLE, held(held));
    }

    /** One line for each flow that this Keyturn has. */
    static List<Message> flows(Inspection seen) {
        Map<String, List<FlowPermission>> byFlow = Knowledge.all().permissions().stream()
                .filter(one -> Flows.named(one.flow()).isPresent())
                .collect(Collectors.groupingBy(FlowPermission::flow, LinkedHashMap::new, Collectors.toList()));
        return byFlow.entrySet().stream()
                .map(flow -> Message.of(
                        "trouble.permission.flow",
                        flow.getKey(),
                        flow.getValue().stream().map(one -> told(one, seen)).collect(Collectors.joining(", "))))
                .toList();
    }

    private static String told(FlowPermission one, Inspection seen) {
        String where = one.permission() + " " + one.where().title().text();
        Optional<Boolean> known = one.onServer().flatMap(permission -> Grants.holds(permission, seen));
        return known.isPresent() ? where + " (" + held(known) + ")" : where;
    }

    private static String held(Optional<Boolean> known) {
        return Message.of("trouble.permission."
                        + known.map(held -> held ? "held" : "lacking").orElse("unknown"))
                .text();
    }
}
