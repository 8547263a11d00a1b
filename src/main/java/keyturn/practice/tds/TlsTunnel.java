package keyturn.practice.tds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** An encrypted stream over the raw one, after its handshake. One thread reads, one writes. */
final class TlsTunnel {

    private final SSLEngine engine;
    private final InputStream rawIn;
    private final OutputStream rawOut;
    private final ReentrantLock writing = new ReentrantLock();
    private final ByteBuffer cipher;
    private final ByteBuffer plain;

    /** @param early encrypted bytes that came with the end of the handshake */
    TlsTunnel(SSLEngine engine, InputStream rawIn, OutputStream rawOut, byte[] early) {
        this.engine = engine;
        this.rawIn = rawIn;
        this.rawOut = rawOut;
        int packet = engine.getSession().getPacketBufferSize();
        cipher = ByteBuffer.allocate(Math.max(packet, early.length) + packet).put(early);
        plain = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize() + packet)
                .limit(0);
    }

    /** Bytes read from the raw stream and not decrypted. */
    byte[] unread() {
        byte[] bytes = new byte[cipher.position()];
        cipher.flip().get(bytes);
        cipher.clear();
        return bytes;
    }

    InputStream in() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return fill() ? plain.get() & 0xFF : -1;
            }

            @Override
            public int read(byte[] into, int from, int count) throws IOException {
                if (count == 0) {
                    return 0;
                }
                if (!fill()) {
                    return -1;
                }
                int part = Math.min(count, plain.remaining());
                plain.get(into, from, part);
                return part;
            }
        };
    }

    OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                encrypt(ByteBuffer.wrap(new byte[] {(byte) one}));
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                encrypt(ByteBuffer.wrap(bytes, from, count));
            }
        };
    }

    /** True when there is something to read; an end without close_notify is an end like any other. */
    private boolean fill() throws IOException {
        while (!plain.hasRemaining()) {
            plain.clear();
            cipher.flip();
            SSLEngineResult result = engine.unwrap(cipher, plain);
            cipher.compact();
            plain.flip();
            switch (result.getStatus()) {
                case OK -> afterHandshake(result);
                case BUFFER_UNDERFLOW -> {
                    int count = rawIn.read(cipher.array(), cipher.position(), cipher.remaining());
                    if (count < 0) {
                        return false;
                    }
                    cipher.position(cipher.position() + count);
                }
                case CLOSED -> {
                    return false;
                }
                case BUFFER_OVERFLOW -> throw new SSLException("A record larger than records are.");
            }
        }
        return true;
    }

    /** TLS 1.3 may change keys; anything else would be a second handshake, which nobody needs. */
    private void afterHandshake(SSLEngineResult result) throws IOException {
        HandshakeStatus status = result.getHandshakeStatus();
        if (status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_UNWRAP) {
            throw new SSLException("No second handshake.");
        }
        if (status == HandshakeStatus.NEED_WRAP) {
            encrypt(ByteBuffer.allocate(0));
        }
    }

    private void encrypt(ByteBuffer source) throws IOException {
        writing.lock();
        try {
            ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            do {
                record.clear();
                SSLEngineResult result = engine.wrap(source, record);
                if (result.getStatus() != SSLEngineResult.Status.OK) {
                    throw new SSLException("The tunnel is closed.");
                }
                rawOut.write(record.array(), 0, record.position());
            } while (source.hasRemaining());
            rawOut.flush();
        } finally {
            writing.unlock();
        }
    }
}
