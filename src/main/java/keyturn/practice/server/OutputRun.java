package keyturn.practice.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.server.state.Messages;
import keyturn.practice.server.state.Table;
import keyturn.practice.tds.Backend;
import keyturn.practice.tsql.query.BoundOutput;
import keyturn.practice.tsql.query.Changes;
import keyturn.practice.tsql.syntax.TableStatement;
import org.jspecify.annotations.Nullable;

/** What OUTPUT tells of the rows of a statement: to a table, to the client, or both; and the statement's end. */
final class OutputRun {

    private final Turn turn;
    private final Optional<TableStatement.Into> into;
    private final List<BoundOutput> outputs;
    private final List<List<@Nullable Object[]>> rows = new ArrayList<>();

    private OutputRun(Turn turn, Optional<TableStatement.Into> into, List<BoundOutput> outputs) {
        this.turn = turn;
        this.into = into;
        this.outputs = List.copyOf(outputs);
        outputs.forEach(output -> rows.add(new ArrayList<>()));
    }

    /** Of an INSERT. */
    static OutputRun of(Optional<TableStatement.Output> output, Table table, Turn turn) {
        List<BoundOutput> bound = new ArrayList<>();
        output.ifPresent(o -> {
            bound.add(Changes.inserted(o.items(), table.plainColumns(), turn.catalog(), turn.variables()));
            if (!o.sent().isEmpty()) {
                bound.add(Changes.inserted(o.sent(), table.plainColumns(), turn.catalog(), turn.variables()));
            }
        });
        return of(output, bound, turn);
    }

    static OutputRun of(Optional<TableStatement.Output> output, List<BoundOutput> bound, Turn turn) {
        return new OutputRun(turn, output.flatMap(TableStatement.Output::into), bound);
    }

    void tell(@Nullable Object[] from, @Nullable Object[] deleted, @Nullable Object[] inserted) {
        for (int i = 0; i < outputs.size(); i++) {
            rows.get(i).add(outputs.get(i).row(from, deleted, inserted));
        }
    }

    /** Stores and sends what was told, and ends the statement. */
    void end(long count, Backend.StatementKind kind) {
        int sent = into.isPresent() ? 1 : 0;
        into.ifPresent(i -> store(i, outputs.getFirst(), rows.getFirst()));
        if (sent < outputs.size()) {
            turn.reply()
                    .columns(outputs.get(sent).columns().stream()
                            .map(c -> new Backend.ResultColumn(c.name(), c.type(), c.nullable()))
                            .toList());
            rows.get(sent).forEach(turn.reply()::row);
        }
        turn.state().ended(0, count);
        turn.reply().done(turn.state().options().noCount() ? Optional.empty() : Optional.of(count), kind);
    }

    private void store(TableStatement.Into target, BoundOutput output, List<@Nullable Object[]> told) {
        Turn now = turn.fresh();
        TablePlaces places = new TablePlaces(now);
        TablePlaces.Found found = TableRun.target(places, target.target(), now);
        List<Integer> columns = target.columns().isEmpty()
                ? InsertColumns.meant(found.table(), output.columns().size(), 1)
                : InsertColumns.written(found.table(), target.columns(), false);
        if (columns.size() != output.columns().size()) {
            throw Messages.error(213, 1);
        }
        TableWriter writer = new TableWriter(now, found, "INSERT");
        List<@Nullable Object[]> stored = new ArrayList<>();
        for (@Nullable Object[] row : told) {
            Map<Integer, TableWriter.Given> given = new HashMap<>();
            for (int i = 0; i < row.length; i++) {
                given.put(
                        columns.get(i),
                        new TableWriter.Given(output.columns().get(i).type(), row[i]));
            }
            stored.add(writer.row(given));
        }
        places.replace(found, writer.plus(stored));
    }
}
