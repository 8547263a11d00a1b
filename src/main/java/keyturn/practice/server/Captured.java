package keyturn.practice.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Messages;
import keyturn.practice.tds.Backend;
import org.jspecify.annotations.Nullable;

/** Keeps the rows that a call yields, for INSERT ... EXEC; what else it says goes on to the client. */
final class Captured extends ForwardedReply {

    private static final int MOST = 1_000_000;

    private final List<Row> rows = new ArrayList<>();
    private List<Backend.ResultColumn> columns = List.of();

    Captured(Backend.Reply reply) {
        super(reply);
    }

    /** A row with the columns of its result. */
    record Row(List<Backend.ResultColumn> columns, List<@Nullable Object> values) {}

    List<Row> rows() {
        return rows;
    }

    @Override
    public void columns(List<Backend.ResultColumn> of) {
        columns = List.copyOf(of);
    }

    @Override
    public void row(@Nullable Object[] values) {
        if (rows.size() == MOST) {
            throw Messages.error(1101, 12, "TEMPDB", "DEFAULT");
        }
        rows.add(new Row(columns, Arrays.asList(values.clone())));
    }

    @Override
    public void done(Optional<Long> count, Backend.StatementKind kind) {}

    @Override
    public void returnStatus(int status) {}
}
