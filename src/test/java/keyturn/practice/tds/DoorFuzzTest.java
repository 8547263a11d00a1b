package keyturn.practice.tds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import keyturn.practice.tds.codec.ByteSink;
import keyturn.practice.tds.codec.Collation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes through the door: the server closes it or answers, stays alive, and keeps no thread. */
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
        byte[] prelogin = packet(Message.PRELOGIN, prelogin());
        byte[] login = packet(Message.LOGIN, login());
        for (int round = 0; round < ROUNDS; round++) {
            endsAfter(bent(prelogin, login));
        }
    }

    @Test
    void packetsThatClaimMoreThanMayBeEndTheConnection() throws IOException {
        byte[] huge = packet(Message.PRELOGIN, prelogin());
        huge[2] = (byte) 0xFF;
        endsAfter(huge);
        byte[] small = packet(Message.PRELOGIN, prelogin());
        small[2] = 0;
        small[3] = 7;
        endsAfter(small);
    }

    @Test
    void bentRequestsAreRefusedOrAnswered() throws IOException {
        byte[] batch = packet(Message.BATCH, with(headers(), "select 1".getBytes(StandardCharsets.UTF_16LE)));
        byte[] call = packet(Message.RPC, with(headers(), call()));
        byte[] transaction = packet(Message.TRANSACTION, with(headers(), new byte[] {5, 0, 2, 0}));
        byte[] attention = packet(Message.ATTENTION, new byte[0]);
        byte[] door = with(packet(Message.PRELOGIN, prelogin()), packet(Message.LOGIN, login()));
        for (int round = 0; round < ROUNDS; round++) {
            endsAfter(with(door, bent(batch, attention, call, transaction)));
        }
    }

    @Test
    void aRequestLargerThanRequestsMayBeEndsTheConnection() throws IOException {
        byte[] part = packet(Message.BATCH, new byte[4088]);
        part[1] = 0;
        var all = new ByteSink().raw(packet(Message.PRELOGIN, prelogin())).raw(packet(Message.LOGIN, login()));
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

    /** All parts in a row, with some bytes changed, and perhaps the end missing. */
    private byte[] bent(byte[]... parts) {
        byte[] all = with(parts);
        for (int i = random.nextInt(4); i > 0; i--) {
            all[random.nextInt(all.length)] = (byte) random.nextInt(256);
        }
        return random.nextBoolean() ? all : Arrays.copyOf(all, random.nextInt(all.length));
    }

    private static byte[] packet(int type, byte[] body) {
        var out = new ByteSink()
                .u8(type)
                .u8(Message.END)
                .u16BigEndian(body.length + 8)
                .u16(0)
                .u8(1)
                .u8(0);
        return out.raw(body).toArray();
    }

    private static byte[] with(byte[]... parts) {
        var out = new ByteSink();
        for (byte[] part : parts) {
            out.raw(part);
        }
        return out.toArray();
    }

    /** Encryption 2: none. */
    private static byte[] prelogin() {
        return new byte[] {0, 0, 11, 0, 6, 1, 0, 17, 0, 1, (byte) 0xFF, 16, 0, 0, 0, 0, 0, 2};
    }

    private static byte[] login() {
        String[] fields = {"host", "sa", scrambled("S3cret!ü"), "app", "server", "", "library", "", ""};
        var texts = new ByteSink();
        var out = new ByteSink()
                .i32(0)
                .i32(0x74000004)
                .i32(4096)
                .i32(7)
                .i32(1)
                .i32(0)
                .i32(0x000003E0)
                .i32(0)
                .i32(0);
        for (String field : fields) {
            out.u16(94 + texts.size()).u16(field.length());
            texts.text(field);
        }
        out.raw(new byte[94 - out.size()]).raw(texts);
        byte[] record = out.toArray();
        System.arraycopy(new ByteSink().i32(record.length).toArray(), 0, record, 0, 4);
        return record;
    }

    private static String scrambled(String password) {
        var out = new StringBuilder();
        for (int i = 0; i < password.length(); i++) {
            char c = password.charAt(i);
            int swapped = ((c & 0x0F0F) << 4) | ((c & 0xF0F0) >> 4);
            out.append((char) (swapped ^ 0xA5A5));
        }
        return out.toString();
    }

    private static byte[] headers() {
        return new ByteSink().i32(22).i32(18).u16(2).i64(0).i32(1).toArray();
    }

    /** sp_executesql with a text, a declaration and a value. */
    private static byte[] call() {
        var out = new ByteSink().u16(0xFFFF).u16(10).u16(0);
        for (String text : new String[] {"echo @a", "@a nvarchar(9)", "value"}) {
            Collation.write(out.u8(0).u8(0).u8(0xE7).u16(8000));
            out.u16(2 * text.length()).text(text);
        }
        return out.toArray();
    }
}
