package keyturn.practice.server.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A permission that the server knows: a row of {@code sys.fn_builtin_permissions}.
 *
 * @param type the four letters of the catalog or fewer
 * @param covering the larger permission on the same thing that contains it; empty for the largest
 * @param parent the kind of what contains the thing; empty for the server
 * @param parentPermission the permission there that contains it
 * @param since the year of the version that brought it; 0 where every version has it
 */
public record Builtin(
        SecurableKind kind,
        String name,
        String type,
        String covering,
        Optional<SecurableKind> parent,
        String parentPermission,
        int since) {

    private static final List<Builtin> ALL = read();

    public static List<Builtin> all(int year) {
        return ALL.stream().filter(b -> b.since <= year).toList();
    }

    public static List<Builtin> all(SecurableKind kind, int year) {
        return ALL.stream().filter(b -> b.kind == kind && b.since <= year).toList();
    }

    /** Case does not count. */
    public static Optional<Builtin> find(SecurableKind kind, String name, int year) {
        String wanted = name.toUpperCase(Locale.ROOT);
        return ALL.stream()
                .filter(b -> b.kind == kind && b.since <= year && b.name.equals(wanted))
                .findFirst();
    }

    /** The type as the catalog keeps it, four characters. */
    public String padded() {
        return "%-4s".formatted(type);
    }

    private static List<Builtin> read() {
        try (InputStream in = Builtin.class.getResourceAsStream("/keyturn/practice/server/permissions.tsv")) {
            if (in == null) {
                throw new IllegalStateException("permissions.tsv is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Builtin::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Builtin row(String line) {
        String[] p = line.split("\t", -1);
        return new Builtin(
                SecurableKind.of(p[0]).orElseThrow(),
                p[1],
                p[2],
                p[3],
                SecurableKind.of(p[4]),
                p[5],
                Integer.parseInt(p[6]));
    }
}
