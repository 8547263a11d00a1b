package keyturn.practice.tds;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import keyturn.practice.tds.codec.ByteSource;
import keyturn.practice.tds.codec.ProtocolFault;
import keyturn.practice.tds.codec.UnknownType;
import keyturn.practice.tsql.SqlError;

/**
 * Runs a session's requests one after another and answers them, on a thread of its own, while another reads on: so an
 * attention is seen while a statement runs, and answered in a message of its own behind the statement's.
 */
final class Runner implements Runnable, Backend.Cancel, Procedures.Replies {

    private static final System.Logger LOG = System.getLogger(Runner.class.getName());
    private static final int MOST_WAITING = 64;
    private static final Backend.ServerMessage BROKEN_STREAM = error(
            4002,
            16,
            "The incoming tabular data stream (TDS) protocol stream is incorrect. " + "The stream ended unexpectedly.");

    private sealed interface Work {}

    private record Request(Message message) implements Work {}

    private enum Signal implements Work {
        ATTENTION,
        BROKEN,
        GONE
    }

    private final Backend.Session session;
    private final Link link;
    private final PacketReader reader;
    private final PacketWriter packets;
    private final TokenWriter tokens;
    private final String server;
    private final PreparedHandles handles = new PreparedHandles();
    private final Procedures procedures = new Procedures(handles, this);
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger attentions = new AtomicInteger();

    Runner(Backend.Session session, Link link, PacketReader reader, Door door, String server) {
        this.session = session;
        this.link = link;
        this.reader = reader;
        this.packets = door.writer();
        this.tokens = door.tokens();
        this.server = server;
    }

    void request(Message message) throws ProtocolFault {
        if (queue.size() >= MOST_WAITING) {
            throw new ProtocolFault("Too many requests wait.");
        }
        queue.add(new Request(message));
    }

    void attention() throws ProtocolFault {
        if (attentions.incrementAndGet() > MOST_WAITING) {
            throw new ProtocolFault("Too many attentions.");
        }
        queue.add(Signal.ATTENTION);
    }

    /** What came in cannot be followed: says so and ends. */
    void broken() {
        attentions.incrementAndGet();
        queue.add(Signal.BROKEN);
    }

    void gone() {
        queue.add(Signal.GONE);
    }

    @Override
    public boolean requested() {
        return attentions.get() > 0 || link.closed();
    }

    @Override
    public void run() {
        try {
            while (!link.closed()) {
                work(queue.take());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            link.close();
        }
    }

    private void work(Work work) {
        switch (work) {
            case Request request -> {
                answer(request.message());
                reader.release(request.message());
            }
            case Signal.ATTENTION -> {
                packets.write(tokens.done(TokenWriter.DONE, TokenWriter.ATTENTION, 0, 0));
                packets.end();
                attentions.decrementAndGet();
            }
            case Signal.BROKEN -> {
                attentions.set(0);
                refuse(BROKEN_STREAM);
                link.close();
            }
            case Signal.GONE -> link.close();
        }
    }

    private void answer(Message message) {
        if (message.ignored()) {
            packets.write(tokens.done(TokenWriter.DONE, TokenWriter.ERROR, 0, 0));
            packets.end();
            return;
        }
        if (message.reset()) {
            handles.clear();
            session.reset();
        }
        try {
            perform(message);
        } catch (SqlError e) {
            refuse(new Backend.ServerMessage(e.number(), e.severity(), e.state(), e.text(), "", 1));
        } catch (UnknownType e) {
            refuse(error(
                    8009,
                    16,
                    "The incoming tabular data stream (TDS) remote procedure call (RPC) protocol stream is incorrect. "
                            + e.getMessage()));
        } catch (ProtocolFault e) {
            refuse(BROKEN_STREAM);
            link.close();
        }
    }

    private void perform(Message message) throws ProtocolFault {
        var in = new ByteSource(message.body());
        int headers = in.i32();
        in.skip(headers - 4);
        switch (message.type()) {
            case Message.BATCH -> batch(in.rest());
            case Message.RPC -> calls(Rpc.read(in));
            case Message.TRANSACTION -> transactions(TransactionRequests.read(in, server));
            default -> throw new ProtocolFault("A message of type " + message.type() + ".");
        }
    }

    private void batch(String sql) {
        ReplyWriter reply = open(Origin.batch());
        Unprepare.handles(sql)
                .ifPresentOrElse(
                        given -> given.forEach(handle -> {
                            handles.remove(handle);
                            reply.done(Optional.empty(), Backend.StatementKind.OTHER);
                        }),
                        () -> run(new Backend.Text("batch", sql, "", List.of()), reply));
        end(reply, true);
    }

    private void transactions(List<Backend.Transaction> requests) {
        ReplyWriter reply = open(Origin.batch());
        requests.forEach(request -> run(request, reply));
        end(reply, true);
    }

    private void calls(List<Rpc> calls) {
        int left = calls.size();
        for (Rpc call : calls) {
            ReplyWriter reply = procedures.perform(call);
            boolean last = --left == 0 || requested();
            end(reply, last);
            if (last) {
                return;
            }
        }
    }

    private void refuse(Backend.ServerMessage message) {
        ReplyWriter reply = open(Origin.batch());
        reply.error(message);
        end(reply, true);
    }

    private void end(ReplyWriter reply, boolean last) {
        reply.finish(last);
        if (last) {
            packets.end();
        }
        if (reply.fatal()) {
            link.close();
        }
    }

    @Override
    public ReplyWriter open(Origin origin) {
        return new ReplyWriter(packets, tokens, this, link::close, origin);
    }

    @Override
    public void run(Backend.Request request, ReplyWriter reply) {
        try {
            session.run(request, reply, this);
        } catch (SqlError e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A request failed inside the practice server.", e);
            reply.error(error(
                    3624, 20, "A system assertion check has failed. Check the SQL Server error log for details."));
        }
    }

    private static Backend.ServerMessage error(int number, int severity, String text) {
        return new Backend.ServerMessage(number, severity, 1, text, "", 1);
    }
}
