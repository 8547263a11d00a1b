package keyturn.practice.tsql.syntax;

import java.util.List;
import java.util.Optional;

/** Statements that make, drop or fill tables. Names have one to four parts; a table variable's has its sign. */
public sealed interface TableStatement extends Statement {

    /** {@code CREATE TABLE #t (a int NOT NULL, ...)}. */
    record Create(int line, List<String> name, List<TableElement> elements) implements TableStatement {
        public Create {
            name = List.copyOf(name);
            elements = List.copyOf(elements);
        }
    }

    /** {@code DECLARE @t TABLE (a int, ...)}. */
    record DeclareTable(int line, String variable, List<TableElement> elements) implements TableStatement {
        public DeclareTable {
            elements = List.copyOf(elements);
        }
    }

    /** {@code DROP TABLE IF EXISTS a, b}. */
    record Drop(int line, boolean ifExists, List<List<String>> names) implements TableStatement {
        public Drop {
            names = names.stream().map(List::copyOf).toList();
        }
    }

    /** {@code TRUNCATE TABLE t}. */
    record Truncate(int line, List<String> name) implements TableStatement {
        public Truncate {
            name = List.copyOf(name);
        }
    }

    /** {@code ALTER TABLE t ADD a int, CONSTRAINT c CHECK (a > 1)}. */
    record Add(int line, List<String> name, List<TableElement> elements) implements TableStatement {
        public Add {
            name = List.copyOf(name);
            elements = List.copyOf(elements);
        }
    }

    /** {@code ALTER TABLE t ALTER COLUMN a bigint NOT NULL}. */
    record AlterColumn(int line, List<String> name, TableElement.ColumnElement column) implements TableStatement {
        public AlterColumn {
            name = List.copyOf(name);
        }
    }

    /**
     * {@code ALTER TABLE t DROP COLUMN a, b}.
     *
     * @param constraints they name constraints, not columns
     */
    record Remove(int line, List<String> name, boolean constraints, boolean ifExists, List<String> parts)
            implements TableStatement {
        public Remove {
            name = List.copyOf(name);
            parts = List.copyOf(parts);
        }
    }

    /** {@code CREATE UNIQUE CLUSTERED INDEX i ON t (a, b)}. */
    record CreateIndex(
            int line, boolean unique, boolean clustered, String index, List<String> name, List<String> columns)
            implements TableStatement {
        public CreateIndex {
            name = List.copyOf(name);
            columns = List.copyOf(columns);
        }
    }

    /** {@code DROP INDEX i ON t}. */
    record DropIndex(int line, boolean ifExists, String index, List<String> name) implements TableStatement {
        public DropIndex {
            name = List.copyOf(name);
        }
    }

    /** {@code SET IDENTITY_INSERT t ON}. */
    record IdentityInsert(int line, List<String> name, boolean on) implements TableStatement {
        public IdentityInsert {
            name = List.copyOf(name);
        }
    }

    /** {@code WITH ... INSERT TOP (1) INTO t (a, b) OUTPUT inserted.a VALUES (1, 2)}. */
    record Insert(
            int line,
            List<Query.Cte> ctes,
            Optional<Query.Top> top,
            Query.Source target,
            List<String> columns,
            Optional<Output> output,
            InsertSource source)
            implements TableStatement {
        public Insert {
            ctes = List.copyOf(ctes);
            columns = List.copyOf(columns);
        }
    }

    /** {@code WITH ... UPDATE TOP (1) t SET a = 1 OUTPUT deleted.a FROM t JOIN u ON ... WHERE ...}. */
    record Update(
            int line,
            List<Query.Cte> ctes,
            Optional<Query.Top> top,
            Query.Source target,
            List<Assignment> sets,
            Optional<Output> output,
            List<Query.Source> from,
            Optional<Condition> where)
            implements TableStatement {
        public Update {
            ctes = List.copyOf(ctes);
            sets = List.copyOf(sets);
            from = List.copyOf(from);
        }
    }

    /** {@code WITH ... DELETE TOP (1) FROM t OUTPUT deleted.a FROM t JOIN u ON ... WHERE ...}. */
    record Delete(
            int line,
            List<Query.Cte> ctes,
            Optional<Query.Top> top,
            Query.Source target,
            Optional<Output> output,
            List<Query.Source> from,
            Optional<Condition> where)
            implements TableStatement {
        public Delete {
            ctes = List.copyOf(ctes);
            from = List.copyOf(from);
        }
    }

    /** {@code MERGE TOP (1) t USING s ON ... WHEN MATCHED THEN ... OUTPUT $action}. */
    record Merge(
            int line,
            List<Query.Cte> ctes,
            Optional<Query.Top> top,
            Query.Source target,
            Query.Source source,
            Condition on,
            List<MergeClause> clauses,
            Optional<Output> output)
            implements TableStatement {
        public Merge {
            ctes = List.copyOf(ctes);
            clauses = List.copyOf(clauses);
        }
    }

    /** What INSERT puts in. */
    sealed interface InsertSource {}

    /** {@code VALUES (1, DEFAULT), (2, 3)}; DEFAULT is empty. */
    record RowValues(int line, List<List<Optional<Expression>>> rows) implements InsertSource {
        public RowValues {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** The rows of a query. */
    record QueryRows(Query query) implements InsertSource {}

    /** {@code DEFAULT VALUES}. */
    record DefaultRow() implements InsertSource {}

    /** The results of {@code EXEC ...}. */
    record ExecutedRows(Statement call) implements InsertSource {}

    /**
     * {@code a = 1}, {@code @x = 1}, {@code @x = a = 1}; a compound operator comes written out.
     *
     * @param column one or two parts; empty where only a variable is set
     * @param value empty for DEFAULT
     */
    record Assignment(int line, Optional<String> variable, List<String> column, Optional<Expression> value) {
        public Assignment {
            column = List.copyOf(column);
        }
    }

    /** {@code OUTPUT inserted.*, deleted.a INTO @t (a, b)}; a second OUTPUT behind INTO is {@code sent}. */
    record Output(List<Query.Item> items, Optional<Into> into, List<Query.Item> sent) {
        public Output {
            items = List.copyOf(items);
            sent = List.copyOf(sent);
        }
    }

    /** Where the rows of OUTPUT go. */
    record Into(int line, Query.Source target, List<String> columns) {
        public Into {
            columns = List.copyOf(columns);
        }
    }

    /** {@code WHEN NOT MATCHED BY TARGET AND c THEN act}. */
    record MergeClause(int line, MergeMatch match, Optional<Condition> condition, MergeAct act) {}

    /** Which rows a clause of MERGE is for. */
    enum MergeMatch {
        MATCHED,
        NOT_BY_TARGET,
        NOT_BY_SOURCE
    }

    /** What a clause of MERGE does. */
    sealed interface MergeAct {}

    /** {@code UPDATE SET a = 1}. */
    record MergeUpdate(List<Assignment> sets) implements MergeAct {
        public MergeUpdate {
            sets = List.copyOf(sets);
        }
    }

    /** {@code DELETE}. */
    record MergeDelete() implements MergeAct {}

    /** {@code INSERT (a, b) VALUES (1, DEFAULT)}; no values: DEFAULT VALUES. */
    record MergeInsert(List<String> columns, List<Optional<Expression>> values) implements MergeAct {
        public MergeInsert {
            columns = List.copyOf(columns);
            values = List.copyOf(values);
        }
    }
}
