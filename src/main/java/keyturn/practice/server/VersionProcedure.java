package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.server.views.Machine;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** {@code xp_msver}, of all it knows or of the names that are given. */
record VersionProcedure(Turn turn, Given given) {

    private static final List<Column> COLUMNS = List.of(
            new Column("Index", SqlType.SMALLINT, true),
            new Column("Name", SqlType.nvarchar(128), true),
            new Column("Internal_Value", SqlType.INT, true),
            new Column("Character_Value", SqlType.nvarchar(2048), true));

    int run() {
        List<String> wanted =
                given.all().stream().map(a -> String.valueOf(a.value())).toList();
        List<@Nullable Object[]> all = all();
        turn.result(
                COLUMNS,
                wanted.isEmpty()
                        ? all
                        : all.stream()
                                .filter(r -> wanted.stream().anyMatch(w -> w.equalsIgnoreCase(String.valueOf(r[1]))))
                                .toList());
        return 0;
    }

    private List<@Nullable Object[]> all() {
        Identity identity = turn.instance().identity();
        ProductVersion version = identity.version();
        String file =
                "%d.0%d.%d.%02d ".formatted(version.year(), version.major() * 10, version.build(), version.revision());
        List<@Nullable Object[]> rows = new ArrayList<>();
        add(rows, "ProductName", null, "Microsoft SQL Server");
        add(rows, "ProductVersion", version.major() << 16 | version.minor(), version.toString());
        add(rows, "Language", 1033, "English (United States)");
        add(rows, "Platform", null, "NT x64");
        add(rows, "Comments", null, "SQL");
        add(rows, "CompanyName", null, "Microsoft Corporation");
        add(rows, "FileDescription", null, "SQL Server Windows NT - 64 Bit");
        add(rows, "FileVersion", null, file + "(practice range)");
        add(rows, "InternalName", null, "SQLSERVR");
        add(rows, "LegalCopyright", null, "Microsoft Corporation. All rights reserved.");
        add(rows, "LegalTrademarks", null, "Microsoft SQL Server is a registered trademark of Microsoft Corporation.");
        add(rows, "OriginalFilename", null, "SQLSERVR.EXE");
        add(rows, "PrivateBuild", null, null);
        add(rows, "SpecialBuild", version.build() << 16 | version.revision(), null);
        add(rows, "WindowsVersion", 20348 << 16 | 0x0603, "6.3 (20348)");
        add(rows, "ProcessorCount", Machine.CPUS, String.valueOf(Machine.CPUS));
        add(rows, "ProcessorActiveMask", null, "%16x".formatted((1L << Machine.CPUS) - 1));
        add(rows, "ProcessorType", 8664, null);
        add(rows, "PhysicalMemory", (int) (Machine.MEMORY_KB / 1024), megabytes());
        add(rows, "Product ID", null, null);
        return rows;
    }

    private static String megabytes() {
        return Machine.MEMORY_KB / 1024 + " (" + Machine.MEMORY_KB * 1024 + ")";
    }

    private static void add(
            List<@Nullable Object[]> rows, String name, @Nullable Object number, @Nullable Object text) {
        rows.add(new @Nullable Object[] {rows.size() + 1, name, number, text});
    }
}
