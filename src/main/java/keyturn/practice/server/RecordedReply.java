package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import keyturn.practice.tds.Backend;
import org.jspecify.annotations.Nullable;

/** Keeps what a statement says, to say it later or never. */
final class RecordedReply implements Backend.Reply {

    private final Backend.Reply reply;
    private final List<Consumer<Backend.Reply>> said = new ArrayList<>();

    /** @param reply to whom it will be said */
    RecordedReply(Backend.Reply reply) {
        this.reply = reply;
    }

    void say() {
        said.forEach(word -> word.accept(reply));
    }

    @Override
    public void columns(List<Backend.ResultColumn> columns) {
        said.add(r -> r.columns(columns));
    }

    @Override
    public void row(@Nullable Object[] values) {
        said.add(r -> r.row(values));
    }

    @Override
    public void done(Optional<Long> rows, Backend.StatementKind kind) {
        said.add(r -> r.done(rows, kind));
    }

    @Override
    public void error(Backend.ServerMessage message) {
        said.add(r -> r.error(message));
    }

    @Override
    public void info(Backend.ServerMessage message) {
        said.add(r -> r.info(message));
    }

    @Override
    public void database(String name, String before) {
        said.add(r -> r.database(name, before));
    }

    @Override
    public void transactionBegun(long descriptor) {
        said.add(r -> r.transactionBegun(descriptor));
    }

    @Override
    public void transactionEnded(long descriptor, boolean committed) {
        said.add(r -> r.transactionEnded(descriptor, committed));
    }

    @Override
    public void returnStatus(int status) {
        said.add(r -> r.returnStatus(status));
    }

    @Override
    public void output(Backend.Parameter parameter) {
        said.add(r -> r.output(parameter));
    }

    @Override
    public void drop() {
        reply.drop();
    }
}
