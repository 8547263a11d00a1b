package keyturn.practice.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Bytes to a door over TLS, and all that comes back. Trusts anybody: it has nothing to lose. */
final class RawClient implements AutoCloseable {

    private static final int PATIENCE = 60_000;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");
    private static final SSLContext ANYBODY = anybody();

    private final SSLSocket socket;

    RawClient(int port) throws IOException {
        socket = (SSLSocket) ANYBODY.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
    }

    private static SSLContext anybody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    static Socket plain(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    RawClient say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    RawClient say(String text) throws IOException {
        return say(bytes(text));
    }

    /** Says that nothing more comes. */
    RawClient end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** All until the server closes; what came before a reset. */
    String heard() throws IOException {
        return rest(socket.getInputStream());
    }

    static String rest(InputStream in) throws IOException {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try {
            in.transferTo(heard);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("The server holds on to a client that has gone. It said: " + heard, e);
        } catch (IOException reset) {
            // closed while we wrote: as good
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    /** One answer, with its body, of a connection that goes on. */
    String answer() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new AssertionError("no answer but: " + head);
            }
            head.append((char) b);
        }
        Matcher length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
        return length.find()
                ? head + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
                : head.toString();
    }

    /** The statuses of all answers in a text. */
    static List<Integer> statuses(String heard) {
        List<Integer> statuses = new ArrayList<>();
        Matcher matcher = STATUS.matcher(heard);
        while (matcher.find()) {
            statuses.add(Integer.parseInt(matcher.group(1)));
        }
        return statuses;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
