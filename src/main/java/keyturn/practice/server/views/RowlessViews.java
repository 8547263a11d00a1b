package keyturn.practice.server.views;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import keyturn.practice.tsql.syntax.Parser;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.practice.tsql.types.SqlType;
import keyturn.practice.tsql.types.TypeNames;

/**
 * Views that have no row here, since nothing that they tell of can be made on this server. Their columns stand in
 * {@code rowless.tsv}: {@code schema.view}, where needed the database or the right, then the columns as declared, each
 * with the year that brought it before it; a name with a plus sign stands for columns that several views begin with.
 */
final class RowlessViews {

    private static final Pattern COLUMN = Pattern.compile("(?:(\\d{4}):)?(\\w+) (.+)");
    private static final Pattern BETWEEN = Pattern.compile(",\\s*(?![^(]*\\))");

    private final Map<String, List<String>> shared = new HashMap<>();
    private final List<View<?>> views = new ArrayList<>();

    private RowlessViews() {}

    static List<View<?>> views() {
        RowlessViews all = new RowlessViews();
        lines("rowless.tsv").forEach(all::read);
        return List.copyOf(all.views);
    }

    /** The lines of a file beside the messages. */
    static Stream<String> lines(String name) {
        try (InputStream in = RowlessViews.class.getResourceAsStream("/keyturn/practice/server/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line) {
        List<String> parts = List.of(line.split("\t"));
        List<String> columns = columns(parts.getLast());
        if (parts.getFirst().startsWith("+")) {
            shared.put(parts.getFirst(), columns);
            return;
        }
        String place = parts.size() > 2 ? parts.get(1) : "";
        String[] name = parts.getFirst().split("\\.");
        View.Builder<Scene> view =
                place.equals("msdb") ? View.msdb(name[1], s -> List.of()) : View.of(name[0], name[1], s -> List.of());
        guard(place).ifPresent(view::guarded);
        columns.forEach(c -> add(view, c));
        views.add(view.build());
    }

    private List<String> columns(String list) {
        List<String> columns = new ArrayList<>();
        for (String column : list(list)) {
            if (column.startsWith("+")) {
                columns.addAll(shared.getOrDefault(column, List.of()));
            } else {
                columns.add(column);
            }
        }
        return columns;
    }

    /** Parted by commas, but for those in parentheses. */
    static List<String> list(String text) {
        return List.of(BETWEEN.split(text));
    }

    private static Optional<Guard> guard(String place) {
        return switch (place) {
            case "security", "performance" -> Optional.of(Guard.valueOf(place.toUpperCase(Locale.ROOT)));
            default -> Optional.empty();
        };
    }

    private static void add(View.Builder<Scene> view, String column) {
        Matcher parts = COLUMN.matcher(column);
        if (!parts.matches()) {
            throw new IllegalStateException("rowless.tsv: " + column);
        }
        int since = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
        view.since(since, parts.group(2), type(parts.group(3)), row -> null);
    }

    static SqlType type(String text) {
        List<Statement.Declaration> declared = Parser.parameters("@x " + text);
        return TypeNames.declared(declared.getFirst().type());
    }
}
