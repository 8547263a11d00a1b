package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tsql.catalog.Column;
import keyturn.practice.tsql.query.Queries;
import keyturn.practice.tsql.syntax.CursorStatement;
import keyturn.practice.tsql.types.Conversions;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** Runs the statements about cursors. A local cursor ends with the text that declared it, a global one with the session. */
record CursorRun(Turn turn) {

    private static final List<String> SCROLLING = List.of("SCROLL", "STATIC", "KEYSET", "DYNAMIC");

    void run(CursorStatement statement) {
        switch (statement) {
            case CursorStatement.DeclareCursor d -> declare(d);
            case CursorStatement.DeclareVariable d -> {}
            case CursorStatement.Open o -> {
                Cursor cursor = find(o.name());
                cursor.open(turn.cancel()::requested);
                turn.state().scopes().cursorRows(cursor.count());
            }
            case CursorStatement.Fetch f -> {
                fetch(f);
                return;
            }
            case CursorStatement.Close c -> find(c.name()).close();
            case CursorStatement.Deallocate d -> deallocate(d.name());
        }
        turn.state().ended(0, 0);
        turn.done();
    }

    private void declare(CursorStatement.DeclareCursor declare) {
        boolean variable = declare.name().startsWith("@");
        boolean local = variable || declare.options().contains("LOCAL");
        Cursors cursors =
                local ? turn.variables().cursors() : turn.state().scopes().cursors();
        if (!variable && cursors.find(declare.name()).isPresent()) {
            throw Messages.error(16915, 1, declare.name());
        }
        boolean scrolls = declare.options().stream().anyMatch(SCROLLING::contains)
                && !declare.options().contains("FORWARD_ONLY");
        var bound =
                Queries.bind(declare.query(), turn.catalog(), turn.variables().copy());
        if (bound.assigns()) {
            throw Messages.error(154, 3, "variable assignment", "a cursor declaration");
        }
        cursors.put(declare.name(), new Cursor(bound, scrolls));
    }

    /** The variable's, the text's own, or the session's. */
    private Cursor find(String name) {
        return turn.variables()
                .cursors()
                .find(name)
                .or(() -> turn.state().scopes().cursors().find(name))
                .orElseThrow(
                        () -> name.startsWith("@") ? Messages.error(16950, 2, name) : Messages.error(16916, 1, name));
    }

    private void deallocate(String name) {
        find(name);
        if (!turn.variables().cursors().remove(name)) {
            turn.state().scopes().cursors().remove(name);
        }
    }

    private void fetch(CursorStatement.Fetch fetch) {
        Cursor cursor = find(fetch.name());
        long offset = fetch.offset()
                .map(e -> turn.value(e, SqlType.BIGINT))
                .map(v -> v instanceof Long number ? number : 0L)
                .orElse(0L);
        cursor.demandOpen();
        List<Column> columns = cursor.columns();
        if (!fetch.into().isEmpty() && fetch.into().size() != columns.size()) {
            throw Messages.error(16924, 1);
        }
        Optional<@Nullable Object[]> row = cursor.fetch(fetch.direction(), offset);
        turn.state().scopes().fetchStatus(row.isPresent() ? 0 : -1);
        long count = row.isPresent() ? 1 : 0;
        if (fetch.into().isEmpty()) {
            turn.result(columns, row.stream().toList());
            turn.state().ended(0, count);
            return;
        }
        row.ifPresent(values -> assign(fetch.into(), columns, values));
        turn.state().ended(0, count);
        turn.done();
    }

    private void assign(List<String> names, List<Column> columns, @Nullable Object[] values) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            SqlType from = columns.get(i).type();
            Object value = values[i];
            turn.variables()
                    .type(name)
                    .ifPresent(type -> turn.variables().assign(name, Conversions.convert(value, from, type)));
        }
    }
}
