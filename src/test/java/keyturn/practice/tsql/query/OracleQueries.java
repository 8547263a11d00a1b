package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Whole queries in both dialects, drawn from a seeded source. */
final class OracleQueries {

    private final Random random;
    private final OracleExpressions expressions;

    OracleQueries(Random random) {
        this.random = random;
        this.expressions = new OracleExpressions(random);
    }

    /**
     * A query to ask both.
     *
     * @param columns what each column is known to differ by
     * @param ordered the order of rows is fully decided
     */
    record Question(Twin text, List<Set<Difference>> columns, boolean ordered) {}

    Question next() {
        return switch (random.nextInt(7)) {
            case 0 -> grouped();
            case 1 -> set();
            case 2 -> cte();
            case 3 -> applied();
            case 4 -> window();
            default -> plain();
        };
    }

    private Twin items() {
        String[] names = {
            "items AS i", "items i", "dbo.items i", "master.dbo.items AS i", "[items] [i]", "items i WITH (NOLOCK)"
        };
        return Twin.of(names[random.nextInt(names.length)], "items i");
    }

    private Twin source() {
        return switch (random.nextInt(6)) {
            case 0 -> Twin.join("%s JOIN marks m ON m.item = i.id", items());
            case 1 -> Twin.join("%s LEFT JOIN marks m ON m.item = i.id AND m.score > 12", items());
            case 2 -> Twin.join("%s INNER JOIN marks m ON m.kind = i.grp AND m.score < i.num", items());
            case 3 -> Twin.join("marks m RIGHT JOIN %s ON m.item = i.id", items());
            default -> items();
        };
    }

    private Twin where() {
        return random.nextInt(4) == 0
                ? Twin.same("")
                : Twin.join(" WHERE %s", expressions.condition(random.nextInt(3)));
    }

    private Twin aliased(Twin expression, int place) {
        String alias = "c" + place;
        return switch (random.nextInt(4)) {
            case 0 -> Twin.join(alias + " = %s", "%s AS " + alias, expression);
            case 1 -> Twin.join("%s AS [" + alias + "]", "%s AS " + alias, expression);
            case 2 -> Twin.join("%s '" + alias + "'", "%s AS " + alias, expression);
            default -> Twin.join("%s AS " + alias, expression);
        };
    }

    private List<Twin> list(int count) {
        List<Twin> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(expressions.any());
        }
        return list;
    }

    private Twin named(List<Twin> list) {
        List<Twin> named = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            named.add(aliased(list.get(i), i + 1));
        }
        return commas(named);
    }

    private static Twin commas(List<Twin> list) {
        return new Twin(
                list.stream().map(Twin::tsql).collect(Collectors.joining(", ")),
                list.stream().map(Twin::h2).collect(Collectors.joining(", ")),
                Set.of());
    }

    private static Question question(Twin text, List<Twin> list, boolean ordered) {
        return new Question(text, list.stream().map(Twin::differences).toList(), ordered);
    }

    private Question plain() {
        List<Twin> list = list(1 + random.nextInt(4));
        if (random.nextInt(3) == 0) {
            list.addFirst(Twin.same("i.id"));
            String top = "TOP (" + (1 + random.nextInt(15)) + ") ";
            String direction = random.nextBoolean() ? " DESC" : "";
            Twin text = Twin.join(
                    "SELECT " + top + "%s FROM %s%s ORDER BY i.num" + direction + ", i.id",
                    named(list),
                    items(),
                    where());
            return question(text, list, true);
        }
        boolean safe = list.stream().allMatch(t -> t.differences().isEmpty());
        String distinct = safe && random.nextInt(3) == 0 ? "DISTINCT " : "";
        return question(Twin.join("SELECT " + distinct + "%s FROM %s%s", named(list), source(), where()), list, false);
    }

    private Question grouped() {
        Twin[] keys = {
            Twin.same("i.grp"), Twin.same("UPPER(i.note)"), Twin.same("i.num % 3"), Twin.same("LEFT(i.grp, 1)")
        };
        Twin key = keys[random.nextInt(keys.length)];
        List<Twin> list = new ArrayList<>(List.of(key, expressions.aggregate(), expressions.aggregate()));
        String having = random.nextInt(3) == 0 ? " HAVING COUNT(*) > 2" : "";
        Twin shown = named(list);
        Twin from = source();
        Twin where = where();
        Twin text = new Twin(
                "SELECT " + shown.tsql() + " FROM " + from.tsql() + where.tsql() + " GROUP BY " + key.tsql() + having,
                "SELECT " + shown.h2() + " FROM " + from.h2() + where.h2() + " GROUP BY " + key.h2() + having,
                Set.of());
        return question(text, list, false);
    }

    private Question set() {
        String[] operators = {"UNION", "UNION ALL", "EXCEPT", "INTERSECT"};
        List<Twin> left = List.of(Twin.same("i.grp"), expressions.number(1));
        Twin text = Twin.join(
                "SELECT %s FROM %s%s " + operators[random.nextInt(operators.length)]
                        + " SELECT m.kind, m.score FROM marks m",
                named(left),
                items(),
                where());
        return question(text, left, false);
    }

    private Question cte() {
        List<Twin> inner = List.of(Twin.same("i.id"), Twin.same("i.grp"), expressions.number(1));
        List<Twin> list = List.of(
                Twin.same("k.c2"), Twin.same("COUNT(*)").but(Difference.COUNT_IS_BIGINT), Twin.same("MAX(k.c3)"));
        Twin text = Twin.join(
                "WITH k AS (SELECT %s FROM %s%s) SELECT k.c2, COUNT(*) AS n, MAX(k.c3) AS top3 FROM k"
                        + " LEFT JOIN marks m ON m.item = k.c1 GROUP BY k.c2",
                named(inner), items(), where());
        return question(text, list, false);
    }

    /** H2 knows no APPLY: it is asked the join that means the same. */
    private Question applied() {
        boolean outer = random.nextBoolean();
        String apply = outer ? "OUTER APPLY" : "CROSS APPLY";
        String join = outer ? "LEFT JOIN" : "JOIN";
        int least = random.nextInt(25);
        List<Twin> list = new ArrayList<>(List.of(Twin.same("i.id"), Twin.same("a.s")));
        list.add(expressions.any());
        Twin shown = named(list);
        Twin where = where();
        Twin text =
                switch (random.nextInt(3)) {
                    case 0 ->
                        Twin.of(
                                apply + " (SELECT x.score AS s FROM marks x WHERE x.item = i.id AND x.score > " + least
                                        + ") a",
                                join + " (SELECT x.item, x.score AS s FROM marks x WHERE x.score > " + least
                                        + ") a ON a.item = i.id");
                    case 1 ->
                        Twin.of(
                                apply + " (SELECT MAX(x.score) AS s FROM marks x WHERE x.item = i.id) a",
                                "LEFT JOIN (SELECT x.item, MAX(x.score) AS s FROM marks x GROUP BY x.item) a ON a.item = i.id");
                    default ->
                        Twin.of(
                                apply
                                        + " (SELECT TOP (1) x.score AS s FROM marks x WHERE x.item = i.id AND x.score IS NOT NULL"
                                        + " ORDER BY x.score DESC) a",
                                join
                                        + " (SELECT x.item, MAX(x.score) AS s FROM marks x WHERE x.score IS NOT NULL GROUP BY x.item) a"
                                        + " ON a.item = i.id");
                };
        return question(Twin.join("SELECT %s FROM items i %s%s", shown, text, where), list, false);
    }

    private Question window() {
        Twin[] functions = {
            Twin.same("ROW_NUMBER() OVER (PARTITION BY i.grp ORDER BY i.num, i.id)"),
            Twin.same("RANK() OVER (ORDER BY i.num DESC)"),
            Twin.same("DENSE_RANK() OVER (PARTITION BY i.grp ORDER BY i.num)"),
            Twin.same("SUM(i.amount) OVER (PARTITION BY i.grp ORDER BY i.id)"),
            Twin.same("COUNT(*) OVER (PARTITION BY i.grp)").but(Difference.COUNT_IS_BIGINT),
            Twin.same("LAG(i.num) OVER (ORDER BY i.id)"),
            Twin.same("LEAD(i.num, 2) OVER (PARTITION BY i.grp ORDER BY i.id)"),
            Twin.same("FIRST_VALUE(i.id) OVER (PARTITION BY i.grp ORDER BY i.num, i.id)"),
            Twin.same("MAX(i.num) OVER (ORDER BY i.id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)"),
        };
        List<Twin> list = List.of(Twin.same("i.id"), functions[random.nextInt(functions.length)], expressions.any());
        return question(Twin.join("SELECT %s FROM %s%s", named(list), items(), where()), list, false);
    }
}
