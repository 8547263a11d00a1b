package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.syntax.Expression;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.types.Prevailing;

/** Finds the entry of FROM, or inside a CTE, that a statement means by its target. */
record Targets(List<Query.Cte> ctes) {

    /** The entry that stands for the table itself. */
    Query.Source table(Query.Source target, List<Query.Source> from) {
        Query.Source found = find(target, from).orElse(target);
        return cte(found).flatMap(c -> base(c.query())).orElse(found);
    }

    /** The CTE that an entry names. */
    Optional<Query.Cte> cte(Query.Source entry) {
        return entry instanceof Query.Table table && table.name().size() == 1
                ? ctes.stream()
                        .filter(c ->
                                Prevailing.here().same(c.name(), table.name().getFirst()))
                        .reduce((first, last) -> last)
                : Optional.empty();
    }

    /** The entry whose alias, else whose name is that of the target. */
    Optional<Query.Source> find(Query.Source target, List<Query.Source> from) {
        List<Query.Source> entries = new ArrayList<>();
        from.forEach(source -> flatten(source, entries));
        List<String> wanted = name(target);
        Optional<Query.Source> aliased = entries.stream()
                .filter(e -> alias(e).filter(
                                a -> wanted.size() == 1 && Prevailing.here().same(a, wanted.getLast()))
                        .isPresent())
                .findFirst();
        return aliased.or(() -> entries.stream()
                .filter(e -> Prevailing.here().same(name(e).getLast(), wanted.getLast()))
                .filter(e -> e.getClass() == target.getClass())
                .findFirst());
    }

    private static void flatten(Query.Source source, List<Query.Source> entries) {
        switch (source) {
            case Query.Join join -> {
                flatten(join.left(), entries);
                flatten(join.right(), entries);
            }
            case Query.Apply apply -> {
                flatten(apply.left(), entries);
                flatten(apply.right(), entries);
            }
            case Query.Table table -> entries.add(table);
            case Query.VariableTable variable -> entries.add(variable);
            default -> {}
        }
    }

    static List<String> name(Query.Source source) {
        return switch (source) {
            case Query.Table table -> table.name();
            case Query.VariableTable variable -> List.of(variable.name());
            default -> List.of("");
        };
    }

    static Optional<String> alias(Query.Source source) {
        return switch (source) {
            case Query.Table table -> table.alias();
            case Query.VariableTable variable -> variable.alias();
            default -> Optional.empty();
        };
    }

    /** The first table of a query's FROM; through other CTEs. */
    private Optional<Query.Source> base(Query query) {
        if (!(query.body() instanceof Query.Select select) || select.from().isEmpty()) {
            return Optional.empty();
        }
        List<Query.Source> entries = new ArrayList<>();
        flatten(select.from().getFirst(), entries);
        return entries.stream()
                .findFirst()
                .flatMap(e -> cte(e).isPresent() ? cte(e).flatMap(c -> base(c.query())) : Optional.of(e));
    }

    /** The CTEs, with the place of the row handed out by each that leads to the marked entry. */
    List<Query.Cte> handingOut(Query.Source marked) {
        return ctes.stream().map(c -> handingOut(c, marked)).toList();
    }

    /** @param marked the very node: two of one text are two sources */
    @SuppressWarnings("ReferenceEquality")
    private Query.Cte handingOut(Query.Cte cte, Query.Source marked) {
        if (base(cte.query()).filter(b -> b == marked).isEmpty()
                || !(cte.query().body() instanceof Query.Select s)) {
            return cte;
        }
        List<Query.Item> items = new ArrayList<>(s.items());
        items.add(new Query.Value(
                cte.line(), new Expression.ColumnName(cte.line(), List.of(Marked.PLACE)), Optional.of(Marked.PLACE)));
        Query.Select select = new Query.Select(
                s.line(), s.distinct(), s.top(), items, s.into(), s.from(), s.where(), s.groupBy(), s.having());
        Query q = cte.query();
        List<String> columns = new ArrayList<>(cte.columns());
        if (!columns.isEmpty()) {
            columns.add(Marked.PLACE);
        }
        return new Query.Cte(
                cte.line(),
                cte.name(),
                columns,
                new Query(q.line(), q.ctes(), select, q.order(), q.offset(), q.fetch(), q.forXml()));
    }
}
