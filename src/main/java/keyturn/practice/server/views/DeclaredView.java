package keyturn.practice.server.views;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.tsql.syntax.Parser;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.TypeNames;
import org.jspecify.annotations.Nullable;

/**
 * A view whose columns are declared in a file.
 *
 * @param name with its schema
 * @param place {@code msdb}, a right, or empty
 * @param columns each as declared, where a later version brought it with the year before it: {@code 2019:name type}
 */
record DeclaredView(String name, String place, List<String> columns) {

    private static final Pattern COLUMN = Pattern.compile("(?:(\\d{4}):)?(\\w+) (.+)");
    private static final Pattern BETWEEN = Pattern.compile(",\\s*(?![^(]*\\))");

    DeclaredView {
        columns = List.copyOf(columns);
    }

    /** A row: a value for each declared column. */
    static final class Row {
        private final @Nullable Object[] values;

        Row(@Nullable Object[] values) {
            this.values = values;
        }

        private @Nullable Object at(int column) {
            return values[column];
        }
    }

    static List<String> split(String columns) {
        return List.of(BETWEEN.split(columns));
    }

    View<Row> over(Function<Scene, List<Row>> rows) {
        String[] parts = name.split("\\.");
        View.Builder<Row> view = place.equals("msdb") ? View.msdb(parts[1], rows) : View.of(parts[0], parts[1], rows);
        guard().ifPresent(view::guarded);
        for (int i = 0; i < columns.size(); i++) {
            add(view, columns.get(i), i);
        }
        return view.build();
    }

    List<SqlType> types() {
        return columns.stream().map(c -> type(parsed(c).group(3))).toList();
    }

    private Optional<Guard> guard() {
        return switch (place) {
            case "security", "performance" -> Optional.of(Guard.valueOf(place.toUpperCase(Locale.ROOT)));
            default -> Optional.empty();
        };
    }

    private static void add(View.Builder<Row> view, String column, int number) {
        Matcher parts = parsed(column);
        int since = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
        view.since(since, parts.group(2), type(parts.group(3)), row -> row.at(number));
    }

    private static Matcher parsed(String column) {
        Matcher parts = COLUMN.matcher(column);
        if (!parts.matches()) {
            throw new IllegalStateException("no column: " + column);
        }
        return parts;
    }

    static SqlType type(String text) {
        List<Statement.Declaration> declared = Parser.parameters("@x " + text);
        return TypeNames.declared(declared.getFirst().type());
    }

    /** A file of the program, beside the messages. */
    static String text(String file) {
        try (InputStream in = DeclaredView.class.getResourceAsStream("/keyturn/practice/server/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
