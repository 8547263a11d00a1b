package keyturn.inspect.registered;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.reach.RegisteredServer;
import keyturn.inspect.SqlReader;
import org.jspecify.annotations.Nullable;

/** The servers that a central management server has in its list; whoever reads needs its role ServerGroupReaderRole in msdb. */
public final class CentralServers {

    /** How deep groups lie in groups at most: a list that leads back to itself ends there. */
    private static final int DEEPEST = 20;

    private static final String BATCH = """
            SELECT server_group_id, parent_id, name, is_system_object FROM msdb.dbo.sysmanagement_shared_server_groups WHERE server_type = 0;
            SELECT server_group_id, name, server_name FROM msdb.dbo.sysmanagement_shared_registered_servers WHERE server_type = 0;
            """;

    /** A group by its number; {@code isRoot}: it only holds the others. */
    private record Group(String parent, String name, boolean isRoot) {}

    private CentralServers() {}

    /** @throws Problem.Raised if the list cannot be read */
    public static List<RegisteredServer> read(SqlReader sql) throws Problem.Raised {
        List<SqlReader.Rows> answers = new ArrayList<>();
        for (SqlReader.Result result : sql.read(BATCH)) {
            answers.add(
                    switch (result) {
                        case SqlReader.Rows rows -> rows;
                        case SqlReader.Failed failed -> throw closed("Msg " + failed.number() + ": " + failed.text());
                        case SqlReader.Cut cut -> throw closed(cut.why().text());
                    });
        }
        if (answers.size() != 2) {
            throw closed(answers.size() + " results");
        }
        Map<String, Group> groups = groups(answers.getFirst());
        return answers.getLast().rows().stream()
                .map(row -> new RegisteredServer(
                        text(row, "name"),
                        text(row, "server_name"),
                        path(text(row, "server_group_id"), groups),
                        Optional.empty(),
                        OptionalInt.empty()))
                .toList();
    }

    private static Map<String, Group> groups(SqlReader.Rows answer) {
        Map<String, Group> groups = new HashMap<>();
        for (Map<String, @Nullable Object> row : answer.rows()) {
            groups.put(
                    text(row, "server_group_id"),
                    new Group(
                            text(row, "parent_id"),
                            text(row, "name"),
                            text(row, "is_system_object").equals("true")));
        }
        return groups;
    }

    private static String path(String number, Map<String, Group> groups) {
        List<String> names = new ArrayList<>();
        Optional<Group> at = Optional.ofNullable(groups.get(number));
        while (at.isPresent() && !at.get().isRoot() && names.size() < DEEPEST) {
            names.addFirst(at.get().name());
            at = Optional.ofNullable(groups.get(at.get().parent()));
        }
        return String.join("/", names);
    }

    private static String text(Map<String, @Nullable Object> row, String column) {
        return Optional.ofNullable(row.get(column)).map(String::valueOf).orElse("");
    }

    private static Problem.Raised closed(String why) {
        return new Problem.Raised(new Problem(
                "registered.central",
                Message.of("inspect.registered.central"),
                Optional.of(why),
                Message.of("inspect.registered.central.next")));
    }
}
