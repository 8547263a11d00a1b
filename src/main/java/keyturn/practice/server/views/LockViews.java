package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIGINT;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.UNIQUEIDENTIFIER;
import static keyturn.practice.tsql.types.SqlType.nvarchar;
import static keyturn.practice.tsql.types.SqlType.varbinary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import keyturn.practice.server.state.Database;
import keyturn.practice.tsql.types.Bytes;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Locks: those that applications take, and the one by which a session keeps its database open. */
final class LockViews {

    private static final int FIRST_USER_DATABASE = 5;

    private LockViews() {}

    /** A row of the locks' view. */
    private record Shown(
            String type,
            int database,
            String description,
            String mode,
            boolean granted,
            int count,
            int spid,
            String owner) {}

    static List<View<?>> views() {
        return List.of(locks());
    }

    private static View<Shown> locks() {
        return View.<Shown>sys("dm_tran_locks", LockViews::rows)
                .guarded(Guard.PERFORMANCE)
                .column("resource_type", nvarchar(60), Shown::type)
                .column("resource_subtype", nvarchar(60), s -> "")
                .column("resource_database_id", INT, Shown::database)
                .column("resource_description", nvarchar(256), Shown::description)
                .nullable("resource_associated_entity_id", BIGINT, s -> 0L)
                .column("resource_lock_partition", INT, s -> 0)
                .column("request_mode", nvarchar(60), Shown::mode)
                .column("request_type", nvarchar(60), s -> "LOCK")
                .column("request_status", nvarchar(60), s -> s.granted() ? "GRANT" : "WAIT")
                .column("request_reference_count", SMALLINT, Shown::count)
                .column("request_lifetime", INT, s -> 0)
                .column("request_session_id", INT, Shown::spid)
                .column("request_exec_context_id", INT, s -> 0)
                .column("request_request_id", INT, s -> 0)
                .column("request_owner_type", nvarchar(60), Shown::owner)
                .nullable("request_owner_id", BIGINT, s -> 0L)
                .nullable("request_owner_guid", UNIQUEIDENTIFIER, s -> new UUID(0, 0))
                .column("request_owner_lockspace_id", nvarchar(32), s -> "0x0000000000000000:0:0")
                .column("lock_owner_address", varbinary(8), s -> Bytes.of(new byte[8]))
                .build();
    }

    private static List<Shown> rows(Scene scene) {
        List<Shown> rows = new ArrayList<>();
        for (SessionFacts session : scene.sessions()) {
            if (session.user() && session.databaseId() >= FIRST_USER_DATABASE) {
                rows.add(new Shown(
                        "DATABASE",
                        session.databaseId(),
                        "",
                        LockMode.SHARED.sign(),
                        true,
                        1,
                        session.spid(),
                        "SHARED_TRANSACTION_WORKSPACE"));
            }
        }
        scene.locks().stream().map(LockViews::shown).forEach(rows::add);
        return rows;
    }

    private static Shown shown(AppLock lock) {
        return new Shown(
                "APPLICATION",
                lock.database(),
                lock.description(),
                lock.mode().sign(),
                lock.granted(),
                Math.max(1, lock.count()),
                lock.spid(),
                lock.session() ? "SESSION" : "TRANSACTION");
    }

    static List<ServerFunctions.Shape> shapes() {
        SqlType name = SqlType.SYSNAME;
        SqlType resource = nvarchar(255);
        SqlType word = nvarchar(32);
        return List.of(
                new ServerFunctions.Shape("APPLOCK_MODE", List.of(name, resource, word), 3, word, LockViews::mode),
                new ServerFunctions.Shape(
                        "APPLOCK_TEST", List.of(name, resource, word, word), 4, SMALLINT, LockViews::test));
    }

    /** What the owner holds. */
    private static @Nullable Object mode(Args arguments) {
        return wanted(arguments, LockMode.SHARED.title(), 2)
                .<Object>map(w -> arguments.scene().locks().stream()
                        .filter(l -> l.granted() && l.sameResource(w) && l.sameOwner(w))
                        .map(l -> l.mode().title())
                        .findFirst()
                        .orElse("NoLock"))
                .orElse(null);
    }

    /** Whether the lock would be granted at once. */
    private static @Nullable Object test(Args arguments) {
        return wanted(arguments, arguments.text(2), 3)
                .<Object>map(w -> arguments.scene().locks().stream()
                                .filter(l -> l.granted()
                                        && l.sameResource(w)
                                        && !l.connection().equals(w.connection()))
                                .allMatch(l -> w.mode().bears(l.mode()))
                        ? 1
                        : 0)
                .orElse(null);
    }

    private static Optional<AppLock> wanted(Args arguments, @Nullable String mode, int owner) {
        Scene scene = arguments.scene();
        String resource = arguments.text(1);
        String principal = arguments.text(0);
        String owned = arguments.text(owner);
        if (resource == null || principal == null || owned == null || mode == null) {
            return Optional.empty();
        }
        Database database = scene.database();
        return LockMode.of(mode)
                .flatMap(m -> AppLock.principal(principal)
                        .map(p -> new AppLock(
                                scene.session().connection(),
                                scene.session().spid(),
                                database.id(),
                                p,
                                resource,
                                m,
                                owned.equalsIgnoreCase("Session"),
                                0)));
    }
}
