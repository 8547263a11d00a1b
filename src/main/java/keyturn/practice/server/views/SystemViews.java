package keyturn.practice.server.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Securable;
import keyturn.practice.tsql.types.Prevailing;

/** All views of all families, by schema and name. */
final class SystemViews {

    private static final Map<String, View<?>> ALL = Stream.of(
                    DatabaseViews.views(),
                    EkmViews.views(),
                    KeyViews.views(),
                    LoginViews.views(),
                    PermissionViews.views(),
                    ServerViews.views(),
                    StorageViews.views(),
                    SessionViews.views(),
                    RequestViews.views(),
                    LockViews.views(),
                    GroupViews.views(),
                    ReplicaViews.views(),
                    ClusterViews.views(),
                    JobViews.views(),
                    ScheduleViews.views(),
                    PartnerViews.views(),
                    BackupViews.views(),
                    BackupFileViews.views(),
                    ObjectViews.views(),
                    ColumnViews.views(),
                    LinkViews.views(),
                    RowlessViews.views(),
                    TableViews.views(),
                    LoadViews.views(),
                    QueriedViews.views())
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(v -> key(v.schema(), v.name()), Function.identity()));

    private static final List<View<?>> SORTED = ALL.values().stream()
            .sorted(Comparator.comparing(v -> key(v.schema(), v.name())))
            .<View<?>>map(v -> v)
            .toList();

    private SystemViews() {}

    /** The view in a database, if this version has it there. */
    static Optional<View<?>> find(Scene scene, String schema, String name) {
        return Optional.<View<?>>ofNullable(ALL.get(key(schema, name)))
                .filter(v -> Prevailing.here().same(v.schema(), schema)
                        && Prevailing.here().same(v.name(), name))
                .filter(v -> v.database().isEmpty()
                        || v.database().equals(scene.database().name()))
                .filter(v -> !v.present(scene.version().year()).isEmpty());
    }

    /** A view of SQL Server 2000, such as sysprocesses, which the schema dbo has too. */
    static Optional<View<?>> findOld(Scene scene, String schema, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean old = lower.startsWith("sys") && !lower.contains("_");
        return old && Prevailing.here().same("dbo", schema) ? find(scene, "sys", name) : Optional.empty();
    }

    /** All that the scene's database has in this version, by name. */
    static List<View<?>> present(Scene scene) {
        List<View<?>> present = new ArrayList<>();
        for (View<?> view : SORTED) {
            if (find(scene, view.schema(), view.name()).isPresent()) {
                present.add(view);
            }
        }
        return present;
    }

    static List<ObjectViews.Listed> listed(Scene scene) {
        List<ObjectViews.Listed> listed = new ArrayList<>();
        for (View<?> view : present(scene)) {
            listed.add(ObjectViews.Listed.shipped(id(view), view.name(), schemaId(view)));
        }
        return listed;
    }

    private static int schemaId(View<?> view) {
        return switch (view.schema()) {
            case "sys" -> 4;
            case "INFORMATION_SCHEMA" -> 3;
            default -> 1;
        };
    }

    static Securable securable(View<?> view, Database database) {
        return Securable.object(database.id(), schemaId(view), id(view));
    }

    /** System objects have negative numbers; the same name has the same number each time. */
    static int id(View<?> view) {
        int hash = key(view.schema(), view.name()).hashCode() & 0x3FFF_FFFF;
        return view.schema().equals("sys") ? -hash - 1 : hash + 1;
    }

    private static String key(String schema, String name) {
        return (schema + "." + name).toLowerCase(Locale.ROOT);
    }
}
