package keyturn.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A door before a range that lets in only anyone who begins with TLS, as a server does that takes strict encryption only. */
final class StrictDoor implements AutoCloseable {

    private static final int CLIENT_HELLO = 0x16;

    private final ServerSocket door;
    private final int behind;

    private StrictDoor(ServerSocket door, int behind) {
        this.door = door;
        this.behind = behind;
    }

    static StrictDoor before(int port) throws IOException {
        var opened = new StrictDoor(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()), port);
        Thread.ofVirtual().start(opened::accept);
        return opened;
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> pass(client));
            }
        } catch (IOException closed) {
            if (!door.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void pass(Socket client) {
        try (client) {
            var in = new PushbackInputStream(client.getInputStream());
            int first = in.read();
            if (first != CLIENT_HELLO) {
                return;
            }
            in.unread(first);
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                Thread back = Thread.ofVirtual().start(() -> copy(server, client));
                transfer(in, server.getOutputStream());
                server.shutdownOutput();
                back.join();
            }
        } catch (IOException gone) {
            System.getLogger(StrictDoor.class.getName()).log(System.Logger.Level.DEBUG, "a client went", gone);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            transfer(from.getInputStream(), to.getOutputStream());
        } catch (IOException gone) {
            System.getLogger(StrictDoor.class.getName()).log(System.Logger.Level.DEBUG, "a server went", gone);
        }
    }

    private static void transfer(InputStream in, OutputStream out) throws IOException {
        in.transferTo(out);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
