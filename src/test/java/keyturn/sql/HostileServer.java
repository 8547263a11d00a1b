package keyturn.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import keyturn.domain.NodeName;
import keyturn.domain.Secret;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.practice.tds.Backend;
import keyturn.practice.tds.Certificate;
import keyturn.practice.tds.TdsServer;
import keyturn.practice.tsql.types.SqlType;

/** A server that lets everybody in and then never stops talking; a batch's first words say of what. */
final class HostileServer implements Backend, AutoCloseable {

    private static final String LONG_TEXT = "x".repeat(100_000);

    private final Certificate certificate = Certificate.create(Instant.now());
    private final TdsServer server = TdsServer.start(this, certificate, 0);

    static Target at(int port, Target.Tls tls) {
        var address = new ServerAddress("127.0.0.1", Optional.empty(), OptionalInt.of(port));
        var node = new Target.Node(new NodeName("hostile"), address);
        return new Target(List.of(node), new Target.SqlLogin("sa", Secret.of("x".toCharArray())), tls);
    }

    Target target(Path folder) throws IOException {
        Path pem = Files.writeString(folder.resolve("hostile.pem"), certificate.pem());
        return at(server.port(), new Target.Verified(Optional.of(pem)));
    }

    @Override
    public LoginReply login(LoginRequest request) {
        return new Accepted(new Talking(), "master");
    }

    @Override
    public String serverName() {
        return "HOSTILE";
    }

    @Override
    public Version version() {
        return new Version(16, 0, 4225, 2);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Ends only with its connection. */
    private static final class Talking implements Session {

        private volatile boolean gone;

        @Override
        public void connected(Runnable hangUp) {
            // the client ends it
        }

        @Override
        public int spid() {
            return 60;
        }

        @Override
        public void run(Request request, Reply reply, Cancel cancel) {
            if (!(request instanceof Text text)) {
                reply.done(Optional.empty(), StatementKind.OTHER);
                return;
            }
            switch (text.sql().split(" ", 2)[0]) {
                case "ROWS" -> rows(reply, cancel);
                case "RESULTS" -> {
                    while (!over(cancel)) {
                        one(reply, SqlType.INT, 1);
                    }
                }
                case "MESSAGES" -> {
                    for (int i = 0; i < 5000; i++) {
                        reply.info(new ServerMessage(50_000, 0, 1, "message " + i, "", 1));
                    }
                    one(reply, SqlType.INT, 1);
                }
                case "VALUE" -> {
                    one(reply, SqlType.nvarchar(SqlType.MAX), LONG_TEXT);
                    one(reply, SqlType.INT, 7);
                }
                case "SLOWLY" -> slowly(reply, cancel);
                default -> one(reply, SqlType.INT, 7);
            }
        }

        private void rows(Reply reply, Cancel cancel) {
            reply.columns(List.of(new ResultColumn("n", SqlType.INT, true)));
            for (int i = 0; !over(cancel); i++) {
                reply.row(new Object[] {i});
            }
        }

        /** Never silent for long enough to be called so. */
        private void slowly(Reply reply, Cancel cancel) {
            while (!over(cancel)) {
                one(reply, SqlType.chars(8000), "y".repeat(8000));
                LockSupport.parkNanos(50_000_000);
            }
        }

        private boolean over(Cancel cancel) {
            return gone || cancel.requested();
        }

        private static void one(Reply reply, SqlType type, Object value) {
            reply.columns(List.of(new ResultColumn("v", type, true)));
            reply.row(new Object[] {value});
            reply.done(Optional.of(1L), StatementKind.SELECT);
        }

        @Override
        public void reset() {
            // nothing to forget
        }

        @Override
        public void close() {
            gone = true;
        }
    }
}
