package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.DatabaseFile;
import keyturn.practice.server.views.ServerFunctions.Shape;
import keyturn.practice.tsql.types.Prevailing;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Files and filegroups of the current database by name and number. */
final class FileFunctions {

    private static final SqlType NAME = nvarchar(128);
    private static final String PRIMARY = "PRIMARY";

    private FileFunctions() {}

    static List<Shape> shapes() {
        return List.of(
                new Shape(
                        "FILE_NAME",
                        List.of(INT),
                        1,
                        NAME,
                        a -> file(a, a.number(0)).map(DatabaseFile::name).orElse(null)),
                new Shape("FILE_ID", List.of(NAME), 1, SMALLINT, FileFunctions::number),
                new Shape("FILE_IDEX", List.of(NAME), 1, INT, FileFunctions::number),
                new Shape("FILEGROUP_NAME", List.of(INT), 1, NAME, a -> isOne(a.number(0)) ? PRIMARY : null),
                new Shape(
                        "FILEGROUP_ID",
                        List.of(NAME),
                        1,
                        INT,
                        a -> Prevailing.here().same(PRIMARY, a.text(0)) ? 1 : null),
                new Shape("FILEGROUPPROPERTY", List.of(NAME, NAME), 2, INT, FileFunctions::ofGroup),
                new Shape("FILEPROPERTY", List.of(NAME, NAME), 2, INT, FileFunctions::ofFile));
    }

    private static boolean isOne(@Nullable Integer number) {
        return number != null && number == 1;
    }

    private static Optional<DatabaseFile> file(Args arguments, @Nullable Integer number) {
        return arguments.scene().database().files().stream()
                .filter(f -> number != null && f.id() == number)
                .findFirst();
    }

    private static Optional<DatabaseFile> named(Args arguments) {
        return arguments.scene().database().files().stream()
                .filter(f -> Prevailing.here().same(f.name(), arguments.text(0)))
                .findFirst();
    }

    private static @Nullable Object number(Args arguments) {
        return named(arguments).map(DatabaseFile::id).orElse(null);
    }

    private static @Nullable Object ofGroup(Args arguments) {
        if (!Prevailing.here().same(PRIMARY, arguments.text(0))) {
            return null;
        }
        return switch (Property.key(arguments, 1)) {
            case "isdefault" -> 1;
            case "isreadonly", "isuserdefinedfg" -> 0;
            default -> null;
        };
    }

    /** Files are full: nothing tells here how much of them is in use, but for the log. */
    private static @Nullable Object ofFile(Args arguments) {
        return named(arguments)
                .<Object>map(f -> of(f, Property.key(arguments, 1)))
                .orElse(null);
    }

    private static @Nullable Object of(DatabaseFile file, String property) {
        return switch (property) {
            case "spaceused" -> file.log() ? Math.max(1, file.pages() / 10) : file.pages();
            case "isprimaryfile" -> file.id() == 1 ? 1 : 0;
            case "islogfile" -> file.log() ? 1 : 0;
            case "isreadonly" -> 0;
            default -> null;
        };
    }
}
