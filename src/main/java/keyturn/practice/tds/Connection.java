package keyturn.practice.tds;

import java.io.IOException;
import java.util.Optional;
import keyturn.practice.loopback.Guest;
import keyturn.practice.tds.codec.ProtocolFault;

/** One client, from its first byte to its last: lets it in and reads what it sends. Runs on the reading thread. */
final class Connection implements Guest {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private final Link link;
    private final Backend backend;
    private final Certificate certificate;
    private final Limits limits;
    private final Memory.Share memory;

    Connection(Link link, Backend backend, Certificate certificate, Limits limits, Memory.Share memory) {
        this.link = link;
        this.backend = backend;
        this.certificate = certificate;
        this.limits = limits;
        this.memory = memory;
    }

    @Override
    public void run() {
        var reader = new PacketReader(link, memory);
        var door = new Door(link, reader, backend, certificate.tls(), limits);
        try {
            Optional<Backend.Session> session = door.enter();
            if (session.isPresent()) {
                serve(session.get(), reader, door);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "A client did not come in: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A connection failed inside the practice server.", e);
        } finally {
            link.close();
            memory.giveAll();
        }
    }

    @Override
    public void close() {
        link.close();
    }

    /** A session whose client takes no bytes. */
    @Override
    public void closeIfLate() {
        if (link.stuck(limits.write())) {
            link.close();
        }
    }

    /**
     * Statements compute for long: on a platform thread they cannot keep the readers of other sessions waiting. A session
     * lives until its last statement has ended, whether its client is there or not.
     */
    private void serve(Backend.Session session, PacketReader reader, Door door) {
        session.connected(link::close);
        var runner = new Runner(session, link, reader, door, backend.serverName());
        Thread running = Thread.ofPlatform()
                .daemon()
                .name("practice-sql-" + session.spid())
                .start(runner);
        try {
            read(reader, runner);
            runner.gone();
        } catch (ProtocolFault e) {
            runner.broken();
            joined(running);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "A client has gone: " + e.getMessage());
        } finally {
            link.close();
            runner.gone();
            joined(running);
            session.close();
        }
    }

    private void read(PacketReader reader, Runner runner) throws IOException {
        link.raw().unlimited();
        for (int type = reader.begin(); type >= 0; type = reader.begin()) {
            link.raw().limit(limits.message());
            Message message = reader.rest(type, limits.request());
            link.raw().unlimited();
            switch (type) {
                case Message.ATTENTION -> runner.attention();
                case Message.BATCH, Message.RPC, Message.TRANSACTION -> runner.request(message);
                default -> throw new ProtocolFault("A message of type " + type + ".");
            }
        }
    }

    private static void joined(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
