package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import keyturn.practice.tsql.catalog.Catalog;
import keyturn.practice.tsql.catalog.Relation;
import keyturn.practice.tsql.query.BoundChange.Act;
import keyturn.practice.tsql.query.BoundChange.Setter;
import keyturn.practice.tsql.syntax.Condition;
import keyturn.practice.tsql.syntax.Query;
import keyturn.practice.tsql.syntax.TableStatement;
import org.jspecify.annotations.Nullable;

/** Binds UPDATE and DELETE: FROM with the target's rows numbered, WHERE, what is set, OUTPUT. */
final class ChangeBinder {

    private final Relation table;
    private final List<Query.Cte> ctes;
    private final Catalog catalog;
    private final Variables variables;

    ChangeBinder(Relation table, List<Query.Cte> ctes, Catalog catalog, Variables variables) {
        this.table = table;
        this.ctes = List.copyOf(ctes);
        this.catalog = catalog;
        this.variables = variables;
    }

    /** FROM and WHERE, bound. */
    private record Found(Binder binder, FromScope scope, RowSource rows, int width, int place, List<Exposed> others) {}

    BoundChange update(TableStatement.Update update) {
        Found found = from(update.target(), update.from(), update.where());
        List<Assigned> sets = new AssignmentBinder(found.binder(), table).bind(update.sets(), found.scope());
        List<BoundOutput> outputs = outputs(update.output(), found, true);
        return new Prepared(found, Act.UPDATE, sets, update.top(), outputs);
    }

    BoundChange delete(TableStatement.Delete delete) {
        Found found = from(delete.target(), delete.from(), delete.where());
        List<BoundOutput> outputs = outputs(delete.output(), found, false);
        return new Prepared(found, Act.DELETE, List.of(), delete.top(), outputs);
    }

    private Found from(Query.Source target, List<Query.Source> from, Optional<Condition> where) {
        Targets targets = new Targets(ctes);
        Optional<Query.Source> named = targets.find(target, from);
        List<Query.Source> trees = new ArrayList<>(from);
        if (named.isEmpty()) {
            trees.addFirst(target);
        }
        Query.Source entry = named.orElse(target);
        Query.Source base = targets.table(target, from);
        Binder binder = Binder.of(catalog, variables).marking(new Marked(base, table));
        for (Query.Cte cte : targets.handingOut(base)) {
            binder = binder.with(CteBinder.declare(cte, binder.ctes(), binder));
        }
        List<Source> sources = new SourceBinder(binder).bindAll(trees, Scope.root());
        List<Exposed> exposed =
                sources.stream().flatMap(s -> s.exposed().stream()).toList();
        FromScope scope = new FromScope(exposed, Scope.root(), Clause.WHERE);
        Binder known = binder;
        Optional<Cond> condition = where.map(c -> known.condition(c, scope));
        RowSource rows =
                FilterRows.of(CrossRows.join(sources, condition.map(Cond::parts).orElse(List.of())), condition);
        Exposed own = exposed.stream()
                .filter(e -> e.columns().stream().anyMatch(Marked::hides))
                .findFirst()
                .orElseThrow(() -> BindErrors.object208(entry.line(), Targets.name(entry)));
        int place = own.first() + own.columns().size() - 1;
        List<Exposed> others = exposed.stream().filter(e -> !e.equals(own)).toList();
        return new Found(binder, scope, rows, sources.getLast().end(), place, others);
    }

    private List<BoundOutput> outputs(Optional<TableStatement.Output> output, Found found, boolean after) {
        OutputBinder outputs = new OutputBinder(found.binder(), found.others(), found.width(), table.columns());
        List<BoundOutput> bound = new ArrayList<>();
        output.ifPresent(o -> {
            bound.add(outputs.bind(o.items(), true, after));
            if (!o.sent().isEmpty()) {
                bound.add(outputs.bind(o.sent(), true, after));
            }
        });
        return bound;
    }

    /**
     * A value of SET.
     *
     * @param setter empty where only a variable gets it
     */
    record Assigned(Optional<Setter> setter, Optional<Expr> value, Optional<Taker> variable) {

        /** Gives a value to a variable. */
        @FunctionalInterface
        interface Taker {
            void take(@Nullable Object value);
        }

        static List<Setter> setters(List<Assigned> all) {
            return all.stream().flatMap(a -> a.setter().stream()).toList();
        }

        /** The values of a row's columns; variables get theirs on the way. */
        static List<@Nullable Object> values(List<Assigned> all, Env env) {
            List<@Nullable Object> values = new ArrayList<>();
            for (Assigned each : all) {
                Object value = each.value().isPresent() ? each.value().get().eval(env) : null;
                each.variable().ifPresent(v -> v.take(value));
                if (each.setter().isPresent()) {
                    values.add(value);
                }
            }
            return values;
        }
    }

    private record Prepared(
            Found found, Act act, List<Assigned> sets, Optional<Query.Top> top, List<BoundOutput> outputs)
            implements BoundChange {

        @Override
        public void run(Each each, BooleanSupplier cancelled) {
            Env root = Env.root(new Execution(cancelled));
            long most = top.isPresent() ? Changes.top(top.get(), found.binder(), total(root)) : Long.MAX_VALUE;
            List<Setter> setters = Assigned.setters(sets);
            Set<Integer> seen = new HashSet<>();
            if (most == 0) {
                return;
            }
            found.rows().run(root, row -> {
                if (row[found.place()] instanceof Integer place && seen.add(place)) {
                    each.touch(new Touched(act, place, setters, Assigned.values(sets, root.inner(row))), row);
                }
                return seen.size() < most;
            });
        }

        private long total(Env root) {
            Set<Object> places = new HashSet<>();
            if (top.isPresent() && top.get().percent()) {
                found.rows().run(root, row -> {
                    Optional.ofNullable(row[found.place()]).ifPresent(places::add);
                    return true;
                });
            }
            return places.size();
        }
    }
}
