package keyturn.practice.server.views;

import static keyturn.practice.tsql.types.SqlType.BIT;
import static keyturn.practice.tsql.types.SqlType.DATETIME;
import static keyturn.practice.tsql.types.SqlType.INT;
import static keyturn.practice.tsql.types.SqlType.SYSNAME;
import static keyturn.practice.tsql.types.SqlType.TINYINT;
import static keyturn.practice.tsql.types.SqlType.chars;
import static keyturn.practice.tsql.types.SqlType.nvarchar;

import java.util.ArrayList;
import java.util.List;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.state.TableKey;

/** What tables are made of: those of users and, in tempdb, of the session. */
final class TableViews {

    private TableViews() {}

    static List<View<?>> views() {
        return List.of(tables(), indexes(), indexColumns());
    }

    private static View<Table> tables() {
        View.Builder<Table> view = View.<Table>sys("tables", UserTables::listed)
                .column("name", SYSNAME, Table::shown)
                .column("object_id", INT, Table::id)
                .none("principal_id", INT)
                .column("schema_id", INT, t -> ObjectViews.schemaId(t.schema()))
                .column("parent_object_id", INT, t -> 0)
                .nullable("type", chars(2), t -> "U ")
                .nullable("type_desc", nvarchar(60), t -> "USER_TABLE")
                .column("create_date", DATETIME, Table::created)
                .column("modify_date", DATETIME, Table::created)
                .column("is_ms_shipped", BIT, t -> false)
                .column("is_published", BIT, t -> false)
                .column("is_schema_published", BIT, t -> false)
                .column("lob_data_space_id", INT, t -> 0)
                .none("filestream_data_space_id", INT)
                .column("max_column_id_used", INT, t -> t.columns().size())
                .column("lock_on_bulk_load", BIT, t -> false)
                .nullable("uses_ansi_nulls", BIT, t -> true)
                .nullable("is_replicated", BIT, t -> false)
                .nullable("has_replication_filter", BIT, t -> false)
                .nullable("is_merge_published", BIT, t -> false)
                .nullable("is_sync_tran_subscribed", BIT, t -> false)
                .column("has_unchecked_assembly_data", BIT, t -> false)
                .nullable("text_in_row_limit", INT, t -> 0)
                .nullable("large_value_types_out_of_row", BIT, t -> false)
                .nullable("is_tracked_by_cdc", BIT, t -> false)
                .nullable("lock_escalation", TINYINT, t -> 0)
                .nullable("lock_escalation_desc", nvarchar(60), t -> "TABLE")
                .nullable("is_filetable", BIT, t -> false)
                .nullable("is_memory_optimized", BIT, t -> false)
                .nullable("durability", TINYINT, t -> 0)
                .nullable("durability_desc", nvarchar(60), t -> "SCHEMA_AND_DATA")
                .nullable("temporal_type", TINYINT, t -> 0)
                .nullable("temporal_type_desc", nvarchar(60), t -> "NON_TEMPORAL_TABLE")
                .none("history_table_id", INT)
                .nullable("is_remote_data_archive_enabled", BIT, t -> false)
                .nullable("is_external", BIT, t -> false);
        return later(view).build();
    }

    private static View.Builder<Table> later(View.Builder<Table> view) {
        return view.since(2017, "history_retention_period", INT, t -> null)
                .since(2017, "history_retention_period_unit", INT, t -> null)
                .since(2017, "history_retention_period_unit_desc", nvarchar(10), t -> null)
                .since(2017, "is_node", BIT, t -> false)
                .since(2017, "is_edge", BIT, t -> false)
                .since(2022, "data_retention_period", INT, t -> -1)
                .since(2022, "data_retention_period_unit", INT, t -> -1)
                .since(2022, "data_retention_period_unit_desc", nvarchar(10), t -> "INFINITE")
                .since(2022, "ledger_type", TINYINT, t -> 0)
                .since(2022, "ledger_type_desc", nvarchar(60), t -> "NON_LEDGER_TABLE")
                .since(2022, "ledger_view_id", INT, t -> null)
                .since(2022, "is_dropped_ledger_table", BIT, t -> false);
    }

    /** An index of a table; without a key it is the heap. */
    private record Index(Table table, java.util.Optional<TableKey> key, int number) {

        static List<Index> all(Scene scene) {
            List<Index> all = new ArrayList<>();
            for (Table table : UserTables.listed(scene)) {
                if (table.clustered().isEmpty()) {
                    all.add(new Index(table, java.util.Optional.empty(), 0));
                }
                int number = 2;
                for (TableKey key : table.keys()) {
                    all.add(new Index(table, java.util.Optional.of(key), key.clustered() ? 1 : number++));
                }
            }
            return all;
        }

        boolean is(TableKey.Kind kind) {
            return key.filter(k -> k.kind() == kind).isPresent();
        }
    }

    private static View<Index> indexes() {
        return View.<Index>sys("indexes", Index::all)
                .column("object_id", INT, i -> i.table().id())
                .nullable("name", SYSNAME, i -> i.key().map(TableKey::name).orElse(null))
                .column("index_id", INT, Index::number)
                .column("type", TINYINT, i -> Math.min(i.number(), 2))
                .nullable(
                        "type_desc",
                        nvarchar(60),
                        i -> i.number() == 0 ? "HEAP" : i.number() == 1 ? "CLUSTERED" : "NONCLUSTERED")
                .nullable(
                        "is_unique", BIT, i -> i.key().filter(TableKey::unique).isPresent())
                .nullable("data_space_id", INT, i -> 1)
                .nullable("ignore_dup_key", BIT, i -> false)
                .nullable("is_primary_key", BIT, i -> i.is(TableKey.Kind.PRIMARY))
                .nullable("is_unique_constraint", BIT, i -> i.is(TableKey.Kind.UNIQUE))
                .column("fill_factor", TINYINT, i -> 0)
                .nullable("is_padded", BIT, i -> false)
                .nullable("is_disabled", BIT, i -> false)
                .nullable("is_hypothetical", BIT, i -> false)
                .since(2017, "is_ignored_in_optimization", BIT, i -> false)
                .nullable("allow_row_locks", BIT, i -> true)
                .nullable("allow_page_locks", BIT, i -> true)
                .nullable("has_filter", BIT, i -> false)
                .none("filter_definition", nvarchar(4000))
                .none("compression_delay", INT)
                .since(2017, "suppress_dup_key_messages", BIT, i -> false)
                .since(2017, "auto_created", BIT, i -> false)
                .since(2019, "optimize_for_sequential_key", BIT, i -> false)
                .build();
    }

    private record IndexColumn(Index index, int number, int column) {

        static List<IndexColumn> all(Scene scene) {
            List<IndexColumn> all = new ArrayList<>();
            for (Index index : Index.all(scene)) {
                List<Integer> columns = index.key().map(TableKey::columns).orElse(List.of());
                for (int i = 0; i < columns.size(); i++) {
                    all.add(new IndexColumn(index, i + 1, columns.get(i) + 1));
                }
            }
            return all;
        }
    }

    private static View<IndexColumn> indexColumns() {
        return View.<IndexColumn>sys("index_columns", IndexColumn::all)
                .column("object_id", INT, c -> c.index().table().id())
                .column("index_id", INT, c -> c.index().number())
                .column("index_column_id", INT, IndexColumn::number)
                .column("column_id", INT, IndexColumn::column)
                .column("key_ordinal", TINYINT, IndexColumn::number)
                .column("partition_ordinal", TINYINT, c -> 0)
                .nullable("is_descending_key", BIT, c -> false)
                .nullable("is_included_column", BIT, c -> false)
                .since(2019, "column_store_order_ordinal", TINYINT, c -> 0)
                .since(2022, "data_clustering_ordinal", TINYINT, c -> 0)
                .build();
    }
}
