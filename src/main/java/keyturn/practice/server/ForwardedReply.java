package keyturn.practice.server;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tds.Backend;
import org.jspecify.annotations.Nullable;

/** Passes on what is said; who extends it does something else with some of it. */
abstract class ForwardedReply implements Backend.Reply {

    private final Backend.Reply reply;

    ForwardedReply(Backend.Reply reply) {
        this.reply = reply;
    }

    @Override
    public void error(Backend.ServerMessage message) {
        reply.error(message);
    }

    @Override
    public void columns(List<Backend.ResultColumn> columns) {
        reply.columns(columns);
    }

    @Override
    public void row(@Nullable Object[] values) {
        reply.row(values);
    }

    @Override
    public void done(Optional<Long> rows, Backend.StatementKind kind) {
        reply.done(rows, kind);
    }

    @Override
    public void info(Backend.ServerMessage message) {
        reply.info(message);
    }

    @Override
    public void database(String name, String before) {
        reply.database(name, before);
    }

    @Override
    public void transactionBegun(long descriptor) {
        reply.transactionBegun(descriptor);
    }

    @Override
    public void transactionEnded(long descriptor, boolean committed) {
        reply.transactionEnded(descriptor, committed);
    }

    @Override
    public void returnStatus(int status) {
        reply.returnStatus(status);
    }

    @Override
    public void output(Backend.Parameter parameter) {
        reply.output(parameter);
    }

    @Override
    public void drop() {
        reply.drop();
    }
}
