package keyturn.practice.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;

/** Many kinds of clients that mean no good, at the doors of a range. What it does follows from its seed. */
final class WebAttacker implements AutoCloseable {

    private static final int SLOW = 48;
    private static final int TOO_LARGE = 6 << 20;

    private final Map<String, String> offers;
    private final List<Wish> wishes;
    private final Random random;
    private final Spoiler spoiler;
    private final byte[] hello = hello();
    private final List<Socket> slow = new ArrayList<>();

    /** How to misbehave. */
    enum Attack {
        NOISE,
        HELLO,
        PLAIN,
        BENT,
        JSON,
        DEEP,
        PATH,
        HEAD,
        OVERSIZED,
        CHUNKS,
        LENGTH,
        PIPELINE,
        AWAY,
        SLOW
    }

    /** @param offers addresses of the doors, as a ready file has them */
    WebAttacker(Map<String, String> offers, List<Wish> wishes, long seed) {
        this.offers = offers;
        this.wishes = wishes;
        this.random = new Random(seed);
        this.spoiler = new Spoiler(random);
    }

    /** Every other one is well formed but for what it asks: most of a door's code lies behind that. */
    Attack next() {
        return spoiler.one(random.nextBoolean() ? List.of(Attack.JSON, Attack.PATH) : List.of(Attack.values()));
    }

    private int port(String door) {
        return URI.create(offers.getOrDefault(door, "")).getPort();
    }

    private int anyPort() {
        return port(spoiler.one(WebFault.DOORS));
    }

    /** @return the statuses of what was answered */
    List<Integer> strike(Attack attack) throws IOException {
        Wish wish = spoiler.one(wishes);
        return switch (attack) {
            case NOISE -> random.nextBoolean() ? plain(spoiler.noise(2_000)) : said(anyPort(), spoiler.noise(2_000));
            case HELLO -> plain(spoiler.bent(hello));
            case PLAIN -> plain(RawClient.bytes(wish.whole()));
            case BENT -> said(port(wish.door()), spoiler.bent(RawClient.bytes(wish.whole())));
            case JSON -> said(wish.with(wish.target(), spoiler.json(wish.body())));
            case DEEP -> said(wish.with(wish.target(), deep()));
            case PATH -> said(wish.with(spoiler.path(wish.target()), wish.body()));
            case HEAD -> said(port(wish.door()), RawClient.bytes(wish.text(headers())));
            case OVERSIZED -> oversized(wish);
            case CHUNKS ->
                said(port(wish.door()), RawClient.bytes(wish.text("Transfer-Encoding: chunked\r\n") + chunks()));
            case LENGTH -> said(port(wish.door()), RawClient.bytes(wish.text(length(wish)) + wish.body()));
            case PIPELINE -> pipelined(wish);
            case AWAY -> away(wish);
            case SLOW -> drip(wish);
        };
    }

    private List<Integer> said(Wish wish) throws IOException {
        return said(port(wish.door()), RawClient.bytes(wish.whole()));
    }

    private static List<Integer> said(int port, byte[] bytes) throws IOException {
        try (RawClient client = new RawClient(port)) {
            try {
                client.say(bytes).end();
            } catch (IOException refusedBefore) {
                // an answer may be there nevertheless
            }
            return RawClient.statuses(client.heard());
        }
    }

    private List<Integer> plain(byte[] bytes) throws IOException {
        try (Socket socket = RawClient.plain(anyPort())) {
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
            } catch (IOException refusedBefore) {
                // as good
            }
            return RawClient.statuses(RawClient.rest(socket.getInputStream()));
        }
    }

    private String deep() {
        int depth = 1 + random.nextInt(20_000);
        String open = spoiler.one(List.of("[", "{\"a\":", "{\"properties\":", "{\"attributes\":{\"x\":["));
        return open.repeat(depth) + (random.nextBoolean() ? "" : "1" + "]".repeat(depth));
    }

    private String headers() {
        return switch (random.nextInt(4)) {
            case 0 -> "X-Long: " + "h".repeat(random.nextInt(100_000)) + "\r\n";
            case 1 -> "X-Many: 1\r\n".repeat(random.nextInt(5_000));
            case 2 -> new String(spoiler.noise(300), java.nio.charset.StandardCharsets.ISO_8859_1) + "\r\n";
            default ->
                "Authorization: Bearer " + "e30.".repeat(random.nextInt(500)) + "\r\nAuthorization: Basic ====\r\n";
        };
    }

    /** A seldom one: it is the dearest. */
    private List<Integer> oversized(Wish wish) throws IOException {
        int size = random.nextInt(20) > 0 ? 100_000 : TOO_LARGE;
        byte[] body = new byte[size];
        Arrays.fill(body, (byte) (random.nextBoolean() ? '[' : ' '));
        byte[] head = RawClient.bytes(wish.text("Content-Length: " + size + "\r\nConnection: close\r\n"));
        byte[] whole = Arrays.copyOf(head, head.length + size);
        System.arraycopy(body, 0, whole, head.length, size);
        return said(port(wish.door()), whole);
    }

    private String chunks() {
        StringBuilder chunks = new StringBuilder();
        for (int i = random.nextInt(50); i > 0; i--) {
            int size = random.nextInt(40);
            String told = spoiler.one(
                    List.of(Integer.toHexString(size), Integer.toHexString(size + 1), "-1", "7fffffff", "zz", ""));
            chunks.append(random.nextInt(10) > 0 ? Integer.toHexString(size) : told)
                    .append("\r\n")
                    .append("c".repeat(size))
                    .append("\r\n");
        }
        return chunks + (random.nextBoolean() ? "0\r\n\r\n" : "0\r\nX: ");
    }

    private String length(Wish wish) {
        int right = RawClient.bytes(wish.body()).length;
        return "Content-Length: "
                + spoiler.one(List.of(
                        String.valueOf(right + 1 + random.nextInt(1_000)),
                        String.valueOf(random.nextInt(right + 1)),
                        "-" + right,
                        right + "\r\nContent-Length: " + (right + 1),
                        right + "\r\nTransfer-Encoding: chunked",
                        "0x10",
                        "+" + right,
                        "9".repeat(1 + random.nextInt(60)),
                        ""))
                + "\r\n";
    }

    private List<Integer> pipelined(Wish wish) throws IOException {
        int count = 2 + random.nextInt(8);
        String each = wish.text("Content-Length: " + RawClient.bytes(wish.body()).length + "\r\n") + wish.body();
        List<Integer> statuses = said(port(wish.door()), RawClient.bytes(each.repeat(count - 1) + wish.whole()));
        assertEquals(count, statuses.size(), "each of them has its answer");
        return statuses;
    }

    /** Asks and does not wait. */
    private List<Integer> away(Wish wish) throws IOException {
        try (RawClient client = new RawClient(port(wish.door()))) {
            client.say(wish.whole());
        }
        return List.of();
    }

    /** Stays and says little more than nothing; some of them at a time. */
    private List<Integer> drip(Wish wish) throws IOException {
        if (slow.size() >= SLOW) {
            slow.removeFirst().close();
        }
        Socket socket = RawClient.plain(port(wish.door()));
        slow.add(socket);
        try {
            socket.getOutputStream().write(Arrays.copyOf(hello, random.nextInt(hello.length)));
        } catch (IOException shownOut) {
            socket.close();
        }
        return List.of();
    }

    /** The first words of a client's handshake. */
    private static byte[] hello() {
        try {
            SSLEngine engine = SSLContext.getDefault().createSSLEngine();
            engine.setUseClientMode(true);
            ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            SSLEngineResult made = engine.wrap(ByteBuffer.allocate(0), out);
            return Arrays.copyOf(out.array(), made.bytesProduced());
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The slow ones go. */
    @Override
    public void close() throws IOException {
        for (Socket each : slow) {
            each.close();
        }
        slow.clear();
    }
}
