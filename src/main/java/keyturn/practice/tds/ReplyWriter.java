package keyturn.practice.tds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import keyturn.practice.tds.codec.ByteSink;
import keyturn.practice.tsql.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a request yields into tokens. Holds each DONE back until it knows whether something follows. After a cancel
 * it swallows results, so that the client soon sees the end; what changed the session is still told.
 */
final class ReplyWriter implements Backend.Reply {

    private static final int FATAL = 20;

    private final PacketWriter packets;
    private final TokenWriter tokens;
    private final Backend.Cancel cancel;
    private final Runnable hangUp;
    private final Origin origin;
    private final List<ByteSink> outputs = new ArrayList<>();
    private List<Backend.ResultColumn> columns = List.of();
    private Optional<Done> held = Optional.empty();
    private OptionalInt status = OptionalInt.empty();
    private int outputCount;
    private int lastError;
    private boolean failing;
    private boolean failed;
    private boolean fatal;

    private record Done(int status, int command, long rows) {}

    /** @param hangUp ends the connection */
    ReplyWriter(PacketWriter packets, TokenWriter tokens, Backend.Cancel cancel, Runnable hangUp, Origin origin) {
        this.packets = packets;
        this.tokens = tokens;
        this.cancel = cancel;
        this.hangUp = hangUp;
        this.origin = origin;
    }

    @Override
    public void columns(List<Backend.ResultColumn> result) {
        columns = List.copyOf(result);
        result(tokens.columns(columns));
    }

    @Override
    public void row(@Nullable Object[] values) {
        if (!cancel.requested()) {
            result(tokens.row(columns, values));
        }
    }

    @Override
    public void done(Optional<Long> rows, Backend.StatementKind kind) {
        flush();
        int bits = (rows.isPresent() ? TokenWriter.COUNT : 0) | (failing ? TokenWriter.ERROR : 0);
        held = Optional.of(new Done(bits, command(kind), rows.orElse(0L)));
        failing = false;
    }

    @Override
    public void error(Backend.ServerMessage message) {
        failing = true;
        failed = true;
        lastError = message.number();
        fatal |= message.severity() >= FATAL;
        result(tokens.error(message));
    }

    @Override
    public void info(Backend.ServerMessage message) {
        result(tokens.info(message));
    }

    @Override
    public void database(String name, String before) {
        write(tokens.changed(TokenWriter.DATABASE, name, before));
        info(LoginReplyWriter.databaseMessage(name));
    }

    @Override
    public void transactionBegun(long descriptor) {
        write(tokens.transactionBegun(descriptor));
    }

    @Override
    public void transactionEnded(long descriptor, boolean committed) {
        write(tokens.transactionEnded(descriptor, committed));
    }

    @Override
    public void returnStatus(int value) {
        switch (origin.form()) {
            case BATCH -> result(tokens.returnStatus(value));
            case CALL -> status = OptionalInt.of(value);
            case TEXT -> {
                // the status of a procedure inside the text is the text's own business
            }
        }
    }

    @Override
    public void output(Backend.Parameter parameter) {
        Origin.Place place = origin.place(parameter.name(), outputCount++);
        output(place.ordinal(), place.name(), parameter.type(), parameter.value());
    }

    void output(int ordinal, String name, SqlType type, @Nullable Object value) {
        outputs.add(tokens.returnValue(ordinal, name, type, value));
    }

    @Override
    public void drop() {
        hangUp.run();
    }

    /** Ends what this request said; {@code last} if the message holds no other. */
    void finish(boolean last) {
        boolean cancelled = cancel.requested();
        int more = last ? 0 : TokenWriter.MORE;
        int error = failed || cancelled ? TokenWriter.ERROR : 0;
        if (origin.form() == Origin.Form.BATCH) {
            Done end = held.orElse(new Done(failing || cancelled ? TokenWriter.ERROR : 0, 0, 0));
            packets.write(tokens.done(TokenWriter.DONE, end.status() | more, end.command(), end.rows()));
            return;
        }
        flush();
        if (failing) {
            packets.write(tokens.done(TokenWriter.DONE_IN_PROCEDURE, TokenWriter.ERROR | TokenWriter.MORE, 0, 0));
        }
        packets.write(tokens.returnStatus(status.orElse(lastError)));
        outputs.forEach(packets::write);
        packets.write(tokens.done(TokenWriter.DONE_PROCEDURE, error | more, 0, 0));
    }

    /** An error so grave was told that the connection ends. */
    boolean fatal() {
        return fatal;
    }

    private void result(ByteSink token) {
        if (!cancel.requested()) {
            write(token);
        }
    }

    private void write(ByteSink token) {
        flush();
        packets.write(token);
    }

    private void flush() {
        held.ifPresent(done -> {
            int token = origin.form() == Origin.Form.BATCH ? TokenWriter.DONE : TokenWriter.DONE_IN_PROCEDURE;
            packets.write(tokens.done(token, done.status() | TokenWriter.MORE, done.command(), done.rows()));
        });
        held = Optional.empty();
    }

    private static int command(Backend.StatementKind kind) {
        return switch (kind) {
            case SELECT -> 0xC1;
            case INSERT -> 0xC3;
            case UPDATE -> 0xC5;
            case DELETE -> 0xC4;
            case OTHER -> 0;
        };
    }
}
