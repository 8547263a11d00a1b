package keyturn.practice.tds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import keyturn.practice.tds.codec.ByteSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Whatever comes through the door: the server closes it or answers, stays alive, and keeps no thread. */
@Isolated("it counts the threads of all servers in this process")
@Timeout(120)
class DoorFuzzTest {

    private static final int ROUNDS = 150;
    private static final Limits IMPATIENT = new Limits(
            Duration.ofMillis(300),
            Duration.ofMillis(500),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            32,
            1 << 20,
            4 << 20);

    private final TestServer range = new TestServer(IMPATIENT);
    private final Random random = new Random(20260124);

    @AfterEach
    void theServerIsAliveAndNothingIsLeft() throws SQLException {
        TestServer.await("the end of all connections", () -> range.server.connections() == 0);
        try (Connection connection = range.connect("encrypt=false;")) {
            assertTrue(connection.isValid(5));
        }
        range.close();
        assertEquals(0, range.backend.open.get(), "sessions left");
        assertEquals(
                0,
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("practice-sql") && thread.isAlive())
                        .count());
    }

    @Test
    void randomBytesEndTheConnection() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            endsAfter(bytes);
        }
    }

    @Test
    void aClientThatSaysNothingIsShownOut() throws IOException {
        endsAfter(new byte[0]);
    }

    @Test
    void truncatedAndBentLoginsEndTheConnection() throws IOException {
        byte[] prelogin = ClientBytes.packet(Message.PRELOGIN, ClientBytes.prelogin());
        byte[] login = ClientBytes.packet(Message.LOGIN, ClientBytes.login("sa", "S3cret!ü"));
        for (int round = 0; round < ROUNDS; round++) {
            endsAfter(ClientBytes.bent(random, prelogin, login));
        }
    }

    @Test
    void packetsThatClaimMoreThanMayBeEndTheConnection() throws IOException {
        byte[] huge = ClientBytes.packet(Message.PRELOGIN, ClientBytes.prelogin());
        huge[2] = (byte) 0xFF;
        endsAfter(huge);
        byte[] small = ClientBytes.packet(Message.PRELOGIN, ClientBytes.prelogin());
        small[2] = 0;
        small[3] = 7;
        endsAfter(small);
    }

    @Test
    void bentRequestsAreRefusedOrAnswered() throws IOException {
        byte[] batch = ClientBytes.batch("select 1");
        byte[] call = ClientBytes.packet(Message.RPC, ClientBytes.with(ClientBytes.headers(), ClientBytes.call()));
        byte[] transaction = ClientBytes.packet(
                Message.TRANSACTION, ClientBytes.with(ClientBytes.headers(), new byte[] {5, 0, 2, 0}));
        byte[] attention = ClientBytes.packet(Message.ATTENTION, new byte[0]);
        byte[] door = ClientBytes.with(
                ClientBytes.packet(Message.PRELOGIN, ClientBytes.prelogin()),
                ClientBytes.packet(Message.LOGIN, ClientBytes.login("sa", "S3cret!ü")));
        for (int round = 0; round < ROUNDS; round++) {
            endsAfter(ClientBytes.with(door, ClientBytes.bent(random, batch, attention, call, transaction)));
        }
    }

    @Test
    void aRequestLargerThanRequestsMayBeEndsTheConnection() throws IOException {
        byte[] part = ClientBytes.packet(Message.BATCH, new byte[4088]);
        part[1] = 0;
        var all = new ByteSink()
                .raw(ClientBytes.packet(Message.PRELOGIN, ClientBytes.prelogin()))
                .raw(ClientBytes.packet(Message.LOGIN, ClientBytes.login("sa", "S3cret!ü")));
        for (int i = 0; i < 300; i++) {
            all.raw(part);
        }
        endsAfter(all.toArray());
    }

    /** Sends the bytes, then reads to the end: the server must close, whatever it says before. */
    private void endsAfter(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), range.port())) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
                InputStream in = socket.getInputStream();
                in.readAllBytes();
            } catch (SocketTimeoutException e) {
                throw new AssertionError("The server holds on to a client that has gone.", e);
            } catch (IOException reset) {
                // closed while we wrote: as good
            }
        }
    }
}
