package keyturn.plan.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Permission;

/** Permissions in one line: those of the server by their name, those in databases with the databases. */
public final class PermissionWords {

    private static final String SERVER = "server";

    /** Databases that are named; more are counted. */
    private static final int NAMED = 5;

    private PermissionWords() {}

    public static String all(List<Permission> permissions) {
        Map<String, List<String>> inDatabases = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (Permission one : permissions) {
            if (one.securable().equals(SERVER)) {
                words.add(one.name());
            } else {
                inDatabases
                        .computeIfAbsent(one.name(), name -> new ArrayList<>())
                        .add(OneLine.shown(one.securable()));
            }
        }
        inDatabases.forEach((name, databases) -> words.add(in(name, databases)));
        return String.join(", ", words);
    }

    private static String in(String name, List<String> databases) {
        return databases.size() > NAMED
                ? Message.of("plan.permission.in.many", name, databases.size()).text()
                : Message.of("plan.permission.in", name, String.join(", ", databases))
                        .text();
    }
}
