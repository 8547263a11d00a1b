package keyturn.practice.server.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.practice.server.views.ObjectViews.Listed;
import keyturn.practice.tsql.types.Prevailing;

/** The procedures that this server has, as the catalog lists them: those of {@code procedures.sql} and those in Java. */
final class SystemProcedures {

    private static final String MSDB = "msdb.dbo.";
    private static final List<String> OTHERS = List.of(
            "sp_configure",
            "sp_enumerrorlogs",
            "sp_executesql",
            "sp_getapplock",
            "sp_readerrorlog",
            "sp_releaseapplock",
            "xp_dirtree",
            "xp_enumerrorlogs",
            "xp_fileexist",
            "xp_instance_regread",
            "xp_msver",
            "xp_readerrorlog",
            "xp_regread");
    private static final List<Listed> EVERYWHERE = listed(false);
    private static final List<Listed> OF_MSDB = listed(true);

    private SystemProcedures() {}

    /** Those that a database of this name has. */
    static List<Listed> in(String database) {
        return database.equals("msdb")
                ? Stream.concat(EVERYWHERE.stream(), OF_MSDB.stream()).toList()
                : EVERYWHERE;
    }

    /** Where it is looked for as {@code sys.name} or without a schema. */
    static Optional<Listed> find(String database, String schema, String name) {
        boolean system =
                Prevailing.here().same(schema, "sys") || Prevailing.here().same(schema, "dbo");
        return in(database).stream()
                .filter(p -> system && Prevailing.here().same(p.name(), name))
                .findFirst();
    }

    private static List<Listed> listed(boolean ofMsdb) {
        List<String> names = new ArrayList<>(ofMsdb ? List.of() : OTHERS);
        DeclaredView.text("procedures.sql")
                .lines()
                .filter(l -> l.startsWith("--# "))
                .map(l -> l.substring(4).split(" ")[0])
                .filter(n -> n.startsWith(MSDB) == ofMsdb)
                .map(n -> n.substring(ofMsdb ? MSDB.length() : 0))
                .forEach(names::add);
        return names.stream().sorted().map(n -> listed(n, ofMsdb)).toList();
    }

    private static Listed listed(String name, boolean ofMsdb) {
        int hash = ("procedure " + name.toLowerCase(Locale.ROOT)).hashCode() & 0x3FFF_FFFF;
        String type = name.startsWith("xp_") ? "X " : "P ";
        return new Listed(ofMsdb ? hash + 1 : -hash - 1, name, ofMsdb ? 1 : 4, type, ObjectViews.SHIPPED);
    }
}
