package keyturn.evidence.ticket;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Permission;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;

/** The permissions that the steps of a plan need, each with what it is held on. */
final class TicketRights {

    private TicketRights() {}

    static Stream<Message> of(Collection<Step> steps) {
        Map<String, List<String>> securables = steps.stream()
                .flatMap(step -> Conduct.of(step).permission().stream())
                .distinct()
                .collect(Collectors.groupingBy(
                        Permission::name,
                        TreeMap::new,
                        Collectors.mapping(needed -> OneLine.shown(needed.securable()), Collectors.toList())));
        return securables.entrySet().stream().map(needed -> right(needed.getKey(), needed.getValue()));
    }

    private static Message right(String name, List<String> securables) {
        String key = "evidence.change." + (name.contains("/") ? "permission.azure" : "permission");
        return DatabaseNames.many(securables)
                ? Message.of("evidence.change.permission.many", name, securables.size())
                : Message.of(key, name, String.join(", ", securables));
    }
}
