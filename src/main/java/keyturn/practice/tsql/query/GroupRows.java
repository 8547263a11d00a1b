package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.tsql.types.Values;
import org.jspecify.annotations.Nullable;

/** GROUP BY and HAVING: a row a group, the keys first, then the aggregates; places of window functions stay empty. */
final class GroupRows implements RowSource {

    private final RowSource input;
    private final OutputScope scope;
    private final Optional<Cond> having;

    GroupRows(RowSource input, OutputScope scope, Optional<Cond> having) {
        this.input = input;
        this.scope = scope;
        this.having = having;
    }

    /** A group while its rows come in. */
    private static final class Group {
        private final @Nullable Object[] row;
        private final List<Aggregate.Gathering> gatherings;

        Group(@Nullable Object[] row, List<Aggregate.Gathering> gatherings) {
            this.row = row;
            this.gatherings = gatherings;
        }
    }

    @Override
    public boolean run(Env outer, RowConsumer consumer) {
        Map<List<@Nullable Object>, Group> groups = new LinkedHashMap<>();
        if (scope.keys().isEmpty()) {
            groups.put(List.of(), group(new @Nullable Object[0]));
        }
        input.run(outer, row -> {
            gather(groups, outer.inner(row));
            return true;
        });
        for (Group group : groups.values()) {
            finish(group);
            if ((having.isEmpty() || having.get().holds(outer.inner(group.row))) && !consumer.accept(group.row)) {
                return false;
            }
        }
        return true;
    }

    private void gather(Map<List<@Nullable Object>, Group> groups, Env env) {
        List<Expr> keys = scope.keys();
        @Nullable Object[] values = new @Nullable Object[keys.size()];
        List<@Nullable Object> key = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = keys.get(i).eval(env);
            key.add(Values.key(values[i], keys.get(i).collation()));
        }
        Group group = groups.computeIfAbsent(key, k -> {
            env.execution().hold(values.length + scope.extras().size());
            return group(values);
        });
        group.gatherings.forEach(g -> g.row(env));
    }

    private Group group(@Nullable Object[] keys) {
        @Nullable
        Object[] row =
                java.util.Arrays.copyOf(keys, keys.length + scope.extras().size());
        List<Aggregate.Gathering> gatherings = new ArrayList<>();
        for (OutputScope.Extra extra : scope.extras()) {
            if (extra instanceof OutputScope.AggregateExtra aggregate) {
                gatherings.add(aggregate.aggregate().start());
            }
        }
        return new Group(row, gatherings);
    }

    private void finish(Group group) {
        int next = 0;
        for (int i = 0; i < scope.extras().size(); i++) {
            if (scope.extras().get(i) instanceof OutputScope.AggregateExtra) {
                group.row[scope.width() + i] = group.gatherings.get(next++).result();
            }
        }
    }
}
