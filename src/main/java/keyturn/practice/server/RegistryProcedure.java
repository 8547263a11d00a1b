package keyturn.practice.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.server.views.Registry;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * {@code xp_regread root, key, name, @value OUTPUT} and {@code xp_instance_regread}, which puts its own instance's path
 * in the place of the default one's. What is not there is told in a message of severity 1 and leaves the variable NULL.
 * That a login without rights is kept from keys that do not belong to SQL Server is inferred.
 */
record RegistryProcedure(Turn turn, Given given) {

    private static final int MESSAGE = 22001;
    private static final SqlType TEXT = SqlType.nvarchar(4000);

    int read(boolean ofInstance) {
        Registry registry = Registry.of(turn.instance());
        String asked = given.textAt(1).orElse("").replaceAll("^\\\\+|\\\\+$", "");
        String path = ofInstance ? registry.ofInstance(asked) : asked;
        boolean machine = List.of("hkey_local_machine", "hklm")
                .contains(given.textAt(0).orElse("").toLowerCase(Locale.ROOT));
        Optional<Map<String, Object>> key = machine ? registry.key(path) : Optional.empty();
        if (!registry.open(path) && !turn.scene().rights().sysadmin()) {
            return missing("RegOpenKeyEx() returned error 5, 'Access is denied.'");
        }
        if (key.isEmpty()) {
            return missing("RegOpenKeyEx() returned error 2, 'The system cannot find the file specified.'");
        }
        String name = given.textAt(2).orElse("");
        Optional<Map.Entry<String, Object>> value = key.get().entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(name))
                .findFirst();
        return value.map(this::found)
                .orElseGet(() ->
                        missing("RegQueryValueEx() returned error 2, 'The system cannot find the file specified.'"));
    }

    private int found(Map.Entry<String, Object> value) {
        SqlType type = value.getValue() instanceof Integer ? SqlType.INT : TEXT;
        if (!Outputs.put(turn, given, 3, type, value.getValue())) {
            turn.result(
                    List.of(new Column("Value", SqlType.nvarchar(256), true), new Column("Data", type, true)),
                    List.<@Nullable Object[]>of(new @Nullable Object[] {value.getKey(), value.getValue()}));
        }
        return 0;
    }

    private int missing(String why) {
        boolean silent = given.textAt(given.all().size() - 1)
                .filter("no_output"::equalsIgnoreCase)
                .isPresent();
        if (!silent) {
            turn.reply().info(new Backend.ServerMessage(MESSAGE, 1, 1, why, "", 1));
        }
        return silent ? 0 : 1;
    }
}
