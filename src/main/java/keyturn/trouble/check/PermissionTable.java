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

    private PermissionTable() {}

    static List<Message> rows(Inspection seen) {
        return Stream.of(Action.values())
                .map(action -> Message.of(
                        "trouble.permission." + action.name().toLowerCase(Locale.ROOT),
                        action.least().name(),
                        held(Grants.holds(action.least(), seen))))
                .toList();
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
