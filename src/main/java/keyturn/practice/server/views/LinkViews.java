package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import keyturn.practice.tsql.types.SqlType;

/** Servers that this one knows, itself alone, and the ways in to it. */
final class LinkViews {

    private static final SqlType WORDS = nvarchar(60);

    private LinkViews() {}

    static List<View<?>> views() {
        return List.of(servers(), endpoints(), tcp(), mirroring());
    }

    private static View<Scene> servers() {
        View.Builder<Scene> view = View.<Scene>sys("servers", List::of)
                .column("server_id", INT, s -> 0)
                .column("name", SYSNAME, s -> s.instance().identity().serverName())
                .column("product", SYSNAME, s -> "SQL Server")
                .column("provider", SYSNAME, s -> s.version().year() >= 2022 ? "MSOLEDBSQL" : "SQLNCLI")
                .nullable(
                        "data_source",
                        nvarchar(4000),
                        s -> s.instance().identity().serverName())
                .none("location", nvarchar(4000))
                .none("provider_string", nvarchar(4000))
                .none("catalog", SYSNAME)
                .nullable("connect_timeout", INT, s -> 0)
                .nullable("query_timeout", INT, s -> 0);
        Set<String> on = Set.of("is_remote_login_enabled", "is_rpc_out_enabled", "uses_remote_collation");
        for (String flag : List.of(
                "is_linked",
                "is_remote_login_enabled",
                "is_rpc_out_enabled",
                "is_data_access_enabled",
                "is_collation_compatible",
                "uses_remote_collation")) {
            view.column(flag, BIT, s -> on.contains(flag));
        }
        return last(view).build();
    }

    private static View.Builder<Scene> last(View.Builder<Scene> view) {
        view.none("collation_name", SYSNAME).column("lazy_schema_validation", BIT, s -> false);
        for (String flag : List.of("is_system", "is_publisher", "is_subscriber", "is_distributor")) {
            view.column(flag, BIT, s -> false);
        }
        return view.nullable("is_nonsql_subscriber", BIT, s -> false)
                .nullable("is_remote_proc_transaction_promotion_enabled", BIT, s -> true)
                .column("modify_date", DATETIME, s -> s.instance().identity().startedAt())
                .nullable("is_rda_server", BIT, s -> false);
    }

    /**
     * A way in.
     *
     * @param type 2 TSQL, 4 database mirroring, and so on, in the numbers of the view
     */
    record Way(int id, String name, int protocol, String protocolName, int type, String typeName, boolean admin) {}

    private static List<Way> ways(Scene scene) {
        List<Way> ways = new ArrayList<>(List.of(
                new Way(1, "Dedicated Admin Connection", 2, "TCP", 2, "TSQL", true),
                new Way(2, "TSQL Local Machine", 4, "SHARED_MEMORY", 2, "TSQL", false),
                new Way(3, "TSQL Named Pipes", 3, "NAMED_PIPES", 2, "TSQL", false),
                new Way(4, "TSQL Default TCP", 2, "TCP", 2, "TSQL", false)));
        if (partnered(scene)) {
            ways.add(new Way(65_536, "Hadr_endpoint", 2, "TCP", 4, "DATABASE_MIRRORING", false));
        }
        return ways;
    }

    private static boolean partnered(Scene scene) {
        return scene.instance().topology().hadrEnabled()
                || scene.instance().databases().stream()
                        .anyMatch(d -> d.partners().mirror().isPresent());
    }

    private static View.Builder<Way> way(View.Builder<Way> view) {
        return view.column("name", SYSNAME, Way::name)
                .column("endpoint_id", INT, Way::id)
                .nullable("principal_id", INT, w -> 1)
                .column("protocol", TINYINT, Way::protocol)
                .nullable("protocol_desc", WORDS, Way::protocolName)
                .column("type", TINYINT, Way::type)
                .nullable("type_desc", WORDS, Way::typeName)
                .nullable("state", TINYINT, w -> 0)
                .nullable("state_desc", WORDS, w -> "STARTED")
                .column("is_admin_endpoint", BIT, Way::admin);
    }

    private static View<Way> endpoints() {
        return way(View.sys("endpoints", LinkViews::ways)).build();
    }

    private static View<Way> tcp() {
        return way(View.sys(
                        "tcp_endpoints",
                        scene -> ways(scene).stream()
                                .filter(w -> w.protocol() == 2)
                                .toList()))
                .column("port", INT, w -> w.type() == 4 ? 5022 : 0)
                .column("is_dynamic_port", BIT, w -> w.type() != 4)
                .none("ip_address", nvarchar(45))
                .build();
    }

    private static View<Way> mirroring() {
        return way(View.sys(
                        "database_mirroring_endpoints",
                        scene -> ways(scene).stream().filter(w -> w.type() == 4).toList()))
                .nullable("role", TINYINT, w -> 3)
                .nullable("role_desc", WORDS, w -> "ALL")
                .column("is_encryption_enabled", BIT, w -> true)
                .column("connection_auth", TINYINT, w -> 3)
                .nullable("connection_auth_desc", WORDS, w -> "NEGOTIATE")
                .column("certificate_id", INT, w -> 0)
                .column("encryption_algorithm", TINYINT, w -> 2)
                .nullable("encryption_algorithm_desc", WORDS, w -> "AES")
                .build();
    }
}
