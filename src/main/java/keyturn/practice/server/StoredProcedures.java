package keyturn.practice.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.types.Prevailing;

/** The system procedures of {@code procedures.sql}, each below a line {@code --# head}. */
final class StoredProcedures {

    private static final Map<String, StoredProcedure> ALL = read();

    private StoredProcedures() {}

    /** The procedure that a database has by this name. */
    static Optional<StoredProcedure> find(String name, String database) {
        return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)))
                .filter(p -> Prevailing.here().same(p.name(), name))
                .filter(p -> p.database().isEmpty() || p.database().equals(database));
    }

    private static Map<String, StoredProcedure> read() {
        try (InputStream in = StoredProcedures.class.getResourceAsStream("/keyturn/practice/server/procedures.sql")) {
            if (in == null) {
                throw new IllegalStateException("procedures.sql is not in the program");
            }
            Map<String, StoredProcedure> all = new HashMap<>();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String part : text.substring(text.indexOf("--# ") + 4).split("\n--# ")) {
                String[] headAndBody = part.split("\n", 2);
                StoredProcedure procedure = StoredProcedure.of(headAndBody[0].strip(), headAndBody[1]);
                all.put(procedure.key(), procedure);
            }
            return Map.copyOf(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
