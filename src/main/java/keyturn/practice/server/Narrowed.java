package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Rows;
import keyturn.practice.server.state.Table;
import keyturn.practice.server.state.TableKey;
import keyturn.practice.tsql.types.Prevailing;
import org.jspecify.annotations.Nullable;

/** A table with some of its columns dropped; names in lower case. */
record Narrowed(Table before, Set<String> dropped) {

    /** @throws keyturn.practice.tsql.SqlError 4922 if a key or a check needs one of them, 4923 if none would be left */
    Table table() {
        List<Integer> kept = IntStream.range(0, before.columns().size())
                .filter(i -> !dropped.contains(
                        Prevailing.here().key(before.columns().get(i).name())))
                .boxed()
                .toList();
        if (kept.isEmpty()) {
            throw Messages.error(4923, 1, before.name());
        }
        before.checks().stream()
                .flatMap(c -> c.column().stream())
                .filter(c -> dropped.contains(Prevailing.here().key(c)))
                .findFirst()
                .ifPresent(c -> {
                    throw Messages.error(4922, 9, "ALTER TABLE DROP COLUMN", c);
                });
        List<TableKey> keys = new ArrayList<>();
        for (TableKey key : before.keys()) {
            for (int place : key.columns()) {
                if (!kept.contains(place)) {
                    throw Messages.error(
                            4922,
                            9,
                            "ALTER TABLE DROP COLUMN",
                            before.columns().get(place).name());
                }
            }
            keys.add(new TableKey(
                    key.name(),
                    key.kind(),
                    key.clustered(),
                    key.columns().stream().map(kept::indexOf).toList()));
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (@Nullable Object[] row : before.rows()) {
            rows.add(kept.stream().map(i -> row[i]).toArray());
        }
        return before.with(kept.stream().map(before.columns()::get).toList(), Rows.of(rows))
                .withKeys(keys);
    }
}
