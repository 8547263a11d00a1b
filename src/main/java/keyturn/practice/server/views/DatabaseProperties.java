package keyturn.practice.server.views;

import static keyturn.practice.server.views.Property.flag;
import static keyturn.practice.server.views.Property.instant;
import static keyturn.practice.server.views.Property.number;
import static keyturn.practice.server.views.Property.text;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.tsql.types.Variant;
import org.jspecify.annotations.Nullable;

/** The properties of DATABASEPROPERTYEX; NULL for an unknown one, and for most of a database that is not open. */
final class DatabaseProperties {

    static final LocalDateTime NEVER = LocalDateTime.of(1900, 1, 1, 0, 0);
    private static final Map<Integer, Integer> FORMAT = Map.of(2016, 852, 2017, 869, 2019, 904, 2022, 957, 2025, 998);

    /** Those that are an option of ALTER DATABASE by another name. */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("isansinulldefault", "ANSI_NULL_DEFAULT"),
            Map.entry("isansinullsenabled", "ANSI_NULLS"),
            Map.entry("isansipaddingenabled", "ANSI_PADDING"),
            Map.entry("isansiwarningsenabled", "ANSI_WARNINGS"),
            Map.entry("isarithmeticabortenabled", "ARITHABORT"),
            Map.entry("isautoclose", "AUTO_CLOSE"),
            Map.entry("isautocreatestatistics", "AUTO_CREATE_STATISTICS"),
            Map.entry("isautoshrink", "AUTO_SHRINK"),
            Map.entry("isautoupdatestatistics", "AUTO_UPDATE_STATISTICS"),
            Map.entry("isclosecursorsoncommitenabled", "CURSOR_CLOSE_ON_COMMIT"),
            Map.entry("isnullconcat", "CONCAT_NULL_YIELDS_NULL"),
            Map.entry("isnumericroundabortenabled", "NUMERIC_ROUNDABORT"),
            Map.entry("isparameterizationforced", "PARAMETERIZATION"),
            Map.entry("isquotedidentifiersenabled", "QUOTED_IDENTIFIER"),
            Map.entry("isrecursivetriggersenabled", "RECURSIVE_TRIGGERS"));

    private DatabaseProperties() {}

    /** The version of a database's own format, which its files and backups carry. */
    static int format(ProductVersion version) {
        return FORMAT.getOrDefault(version.year(), 957);
    }

    static @Nullable Variant of(Scene scene, @Nullable String name, String property) {
        Optional<Database> found =
                name == null ? Optional.empty() : scene.instance().database(name);
        return found.map(d -> of(scene, d, property)).orElse(null);
    }

    private static @Nullable Variant of(Scene scene, Database database, String property) {
        return switch (property) {
            case "status" -> text(database.state().name());
            case "recovery" -> text(database.recovery().name());
            case "updateability" -> text(database.openness().readOnly() ? "READ_ONLY" : "READ_WRITE");
            case "useraccess" -> text(database.openness().access().name());
            default -> database.online() ? open(scene, database, property) : null;
        };
    }

    private static @Nullable Variant open(Scene scene, Database database, String property) {
        String option = OPTIONS.get(property);
        if (option != null) {
            return flag(database.settings().on(option));
        }
        int year = scene.version().year();
        return switch (property) {
            case "collation" -> text(database.settings().collation());
            case "comparisonstyle" -> number(196609);
            case "lcid" -> number(1033);
            case "sqlsortorder" -> number(52);
            case "version" -> number(format(scene.version()));
            case "lastgoodcheckdbtime" -> year >= 2016 ? instant(NEVER) : null;
            case "isinstandby",
                    "islocalcursorsdefault",
                    "ismergepublished",
                    "ispublished",
                    "issubscribed",
                    "issyncwithbackup",
                    "isdatabasesuspendedforsnapshotbackup" -> flag(false);
            case "isfulltextenabled" -> flag(!database.system());
            case "istornpagedetectionenabled" ->
                flag(database.settings().pageVerify().equals("TORN_PAGE_DETECTION"));
            case "replicaid" ->
                database.partners()
                        .group()
                        .map(g -> text(
                                GroupViews.replicaId(g.group(), g.replica()).toString()))
                        .orElse(null);
            default -> null;
        };
    }
}
