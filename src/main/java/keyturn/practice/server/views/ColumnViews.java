package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SMALLINT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.state.TableColumn;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.types.Prevailing;
import org.jspecify.annotations.Nullable;

/** Types, and the columns of views and tables. */
final class ColumnViews {

    private ColumnViews() {}

    static List<View<?>> views() {
        return List.of(
                types("types"),
                types("systypes"),
                columns("columns", ColumnViews::ofTables),
                columns("all_columns", scene -> {
                    List<Placed> all = new ArrayList<>(ofTables(scene));
                    all.addAll(ofViews(scene));
                    return all;
                }),
                columns("system_columns", ColumnViews::ofViews));
    }

    /** A column in its object. */
    record Placed(int object, int number, Column column, boolean identity, boolean computed) {

        @Nullable
        String collation() {
            return type().text()
                    ? column.collation().orElseGet(Prevailing::here).name()
                    : null;
        }

        SystemType type() {
            return SystemType.of(column.type());
        }
    }

    static List<Placed> ofTables(Scene scene) {
        List<Placed> all = new ArrayList<>();
        for (Table table : UserTables.listed(scene)) {
            int number = 1;
            for (TableColumn column : table.columns()) {
                all.add(new Placed(
                        table.id(),
                        number++,
                        column.column(),
                        column.identity().isPresent(),
                        column.computed().isPresent()));
            }
        }
        return all;
    }

    static List<Placed> ofViews(Scene scene) {
        List<Placed> all = new ArrayList<>();
        for (View<?> view : SystemViews.present(scene)) {
            int number = 1;
            for (Column column : view.columns(scene)) {
                all.add(new Placed(SystemViews.id(view), number++, column, false, false));
            }
        }
        return all;
    }

    private static View<Placed> columns(String name, Function<Scene, List<Placed>> rows) {
        View.Builder<Placed> view = View.sys(name, rows)
                .column("object_id", INT, Placed::object)
                .nullable("name", SYSNAME, p -> p.column().name())
                .column("column_id", INT, Placed::number)
                .column("system_type_id", TINYINT, p -> p.type().system())
                .column("user_type_id", INT, p -> p.type().user())
                .column("max_length", SMALLINT, p -> p.type().bytes(p.column().type()))
                .column("precision", TINYINT, p -> p.type().precision(p.column().type()))
                .column("scale", TINYINT, p -> p.type().scale(p.column().type()))
                .nullable("collation_name", SYSNAME, Placed::collation)
                .nullable("is_nullable", BIT, p -> p.column().nullable())
                .column("is_ansi_padded", BIT, p -> p.type().text())
                .column("is_rowguidcol", BIT, p -> false)
                .column("is_identity", BIT, Placed::identity)
                .column("is_computed", BIT, Placed::computed);
        for (String flag : List.of(
                "is_filestream",
                "is_replicated",
                "is_non_sql_subscribed",
                "is_merge_published",
                "is_dts_replicated",
                "is_xml_document")) {
            view.nullable(flag, BIT, p -> false);
        }
        return last(view).build();
    }

    private static View.Builder<Placed> last(View.Builder<Placed> view) {
        return view.column("xml_collection_id", INT, p -> 0)
                .column("default_object_id", INT, p -> 0)
                .column("rule_object_id", INT, p -> 0)
                .nullable("is_sparse", BIT, p -> false)
                .nullable("is_column_set", BIT, p -> false)
                .nullable("generated_always_type", TINYINT, p -> 0)
                .nullable("generated_always_type_desc", nvarchar(60), p -> "NOT_APPLICABLE")
                .none("encryption_type", INT)
                .none("encryption_type_desc", nvarchar(64))
                .none("encryption_algorithm_name", SYSNAME)
                .none("column_encryption_key_id", INT)
                .none("column_encryption_key_database_name", SYSNAME)
                .nullable("is_hidden", BIT, p -> false)
                .nullable("is_masked", BIT, p -> false)
                .since(2017, "graph_type", INT, p -> null)
                .since(2017, "graph_type_desc", nvarchar(60), p -> null)
                .since(2022, "is_data_deletion_filter_column", BIT, p -> false)
                .since(2022, "ledger_view_column_type", TINYINT, p -> null)
                .since(2022, "ledger_view_column_type_desc", nvarchar(60), p -> null)
                .since(2022, "is_dropped_ledger_column", BIT, p -> false)
                .since(2025, "vector_dimensions", INT, p -> null)
                .since(2025, "vector_base_type", TINYINT, p -> null)
                .since(2025, "vector_base_type_desc", nvarchar(10), p -> null);
    }

    private static View<SystemType> types(String name) {
        boolean old = name.equals("systypes");
        View.Builder<SystemType> view = View.<SystemType>sys(
                        name,
                        scene -> SystemType.ALL.stream()
                                .filter(t -> t.since() <= scene.version().year())
                                .toList())
                .column("name", SYSNAME, SystemType::name);
        if (old) {
            return view.column("xtype", TINYINT, SystemType::system)
                    .nullable("status", TINYINT, t -> 0)
                    .nullable("xusertype", SMALLINT, SystemType::user)
                    .nullable("length", SMALLINT, SystemType::length)
                    .nullable("xprec", TINYINT, SystemType::precision)
                    .nullable("xscale", TINYINT, SystemType::scale)
                    .nullable("uid", SMALLINT, t -> 4)
                    .nullable("allownulls", BIT, t -> !t.name().equals("sysname"))
                    .nullable("prec", SMALLINT, SystemType::precision)
                    .nullable("scale", TINYINT, SystemType::scale)
                    .nullable(
                            "collation",
                            SYSNAME,
                            t -> t.text() ? Prevailing.here().name() : null)
                    .build();
        }
        return view.column("system_type_id", TINYINT, SystemType::system)
                .column("user_type_id", INT, SystemType::user)
                .column("schema_id", INT, t -> 4)
                .none("principal_id", INT)
                .column("max_length", SMALLINT, SystemType::length)
                .column("precision", TINYINT, SystemType::precision)
                .column("scale", TINYINT, SystemType::scale)
                .nullable(
                        "collation_name",
                        SYSNAME,
                        t -> t.text() ? Prevailing.here().name() : null)
                .nullable("is_nullable", BIT, t -> !t.name().equals("sysname"))
                .column("is_user_defined", BIT, t -> false)
                .column("is_assembly_type", BIT, t -> t.system() == 240)
                .column("default_object_id", INT, t -> 0)
                .column("rule_object_id", INT, t -> 0)
                .column("is_table_type", BIT, t -> false)
                .build();
    }
}
