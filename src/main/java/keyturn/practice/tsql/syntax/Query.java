package keyturn.practice.tsql.syntax;

import java.util.List;
import java.util.Optional;

/**
 * A whole query: CTEs, a body, and what applies to the body's result.
 *
 * @param offset rows to pass over, of OFFSET
 * @param fetch rows to give after them, of FETCH
 * @param forXml FOR XML as written
 */
public record Query(
        int line,
        List<Cte> ctes,
        Body body,
        List<Expression.OrderItem> order,
        Optional<Expression> offset,
        Optional<Expression> fetch,
        Optional<ForXml> forXml) {

    public Query {
        ctes = List.copyOf(ctes);
        order = List.copyOf(order);
    }

    /** {@code name (columns) AS (query)}; columns is empty where none are written. */
    public record Cte(int line, String name, List<String> columns, Query query) {
        public Cte {
            columns = List.copyOf(columns);
        }
    }

    /** {@code FOR XML PATH('x'), ROOT('y'), TYPE}: mode PATH, RAW, AUTO or EXPLICIT. */
    public record ForXml(int line, String mode, Optional<String> element, Optional<String> root, boolean type) {}

    /** What yields rows. */
    public sealed interface Body {
        int line();
    }

    /** {@code SELECT ...}. */
    public record Select(
            int line,
            boolean distinct,
            Optional<Top> top,
            List<Item> items,
            Optional<List<String>> into,
            List<Source> from,
            Optional<Condition> where,
            List<Expression> groupBy,
            Optional<Condition> having)
            implements Body {
        public Select {
            items = List.copyOf(items);
            from = List.copyOf(from);
            groupBy = List.copyOf(groupBy);
        }
    }

    /** {@code left UNION ALL right}. */
    public record SetOperation(int line, SetOperator operator, Body left, Body right) implements Body {}

    /** A query in parentheses as one side of a set operation. */
    public record Nested(int line, Query query) implements Body {}

    /** How two bodies join into one. */
    public enum SetOperator {
        UNION,
        UNION_ALL,
        EXCEPT,
        INTERSECT
    }

    /** {@code TOP (n) PERCENT WITH TIES}. */
    public record Top(Expression count, boolean percent, boolean ties) {}

    /** One entry of a select list. */
    public sealed interface Item {
        int line();
    }

    /** {@code a AS b}, {@code b = a}, {@code a 'b'}. */
    public record Value(int line, Expression expression, Optional<String> alias) implements Item {}

    /** {@code *}, or {@code t.*} with the qualifier's parts. */
    public record Star(int line, List<String> qualifier) implements Item {
        public Star {
            qualifier = List.copyOf(qualifier);
        }
    }

    /** {@code @x = a}; name with its sign. */
    public record Assign(int line, String variable, Expression expression) implements Item {}

    /** An entry of FROM. */
    public sealed interface Source {
        int line();
    }

    /** {@code sys.databases AS d WITH (NOLOCK)}; hints are read and mean nothing here. */
    public record Table(int line, List<String> name, Optional<String> alias) implements Source {
        public Table {
            name = List.copyOf(name);
        }
    }

    /** {@code sys.f(1) AS f (a, b)}. */
    public record FunctionTable(
            int line, List<String> name, List<Expression> arguments, Optional<String> alias, List<String> columns)
            implements Source {
        public FunctionTable {
            name = List.copyOf(name);
            arguments = List.copyOf(arguments);
            columns = List.copyOf(columns);
        }
    }

    /** {@code @t AS t}; name with its sign. */
    public record VariableTable(int line, String name, Optional<String> alias) implements Source {}

    /** {@code (SELECT ...) AS d (a, b)}. */
    public record Derived(int line, Query query, String alias, List<String> columns) implements Source {
        public Derived {
            columns = List.copyOf(columns);
        }
    }

    /** {@code (VALUES (1, 2), (3, 4)) AS v (a, b)}. */
    public record Values(int line, List<List<Expression>> rows, String alias, List<String> columns) implements Source {
        public Values {
            rows = rows.stream().map(List::copyOf).toList();
            columns = List.copyOf(columns);
        }
    }

    /** {@code a JOIN b ON ...}; a cross join has no condition. */
    public record Join(int line, JoinKind kind, Source left, Source right, Optional<Condition> on) implements Source {}

    /** {@code a CROSS APPLY b}. */
    public record Apply(int line, boolean outer, Source left, Source right) implements Source {}

    /** {@code t PIVOT (SUM(a) FOR b IN ([x], [y])) AS p}. */
    public record Pivot(
            int line, Source input, Expression.Call aggregate, String column, List<String> values, String alias)
            implements Source {
        public Pivot {
            values = List.copyOf(values);
        }
    }

    /** {@code t UNPIVOT (value FOR name IN (a, b)) AS u}. */
    public record Unpivot(int line, Source input, String value, String name, List<String> columns, String alias)
            implements Source {
        public Unpivot {
            columns = List.copyOf(columns);
        }
    }

    /** Kinds of join; a comma in FROM stays a list. */
    public enum JoinKind {
        INNER,
        LEFT,
        RIGHT,
        FULL,
        CROSS
    }
}
