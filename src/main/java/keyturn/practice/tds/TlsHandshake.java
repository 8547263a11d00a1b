package keyturn.practice.tds;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import keyturn.practice.tds.codec.ByteSink;

/** The handshake of TLS: wrapped in packets (TDS 7.4), or bare on the socket before all else (TDS 8.0, "strict"). */
final class TlsHandshake {

    /** How the bytes of a handshake travel. */
    interface Carrier {
        byte[] receive() throws IOException;

        /** One flight, whole: clients hang on one that comes in parts. */
        void send(byte[] flight) throws IOException;
    }

    private final SSLEngine engine;
    private final Carrier carrier;
    private final ByteSink flight = new ByteSink();
    private byte[] received = {};

    private TlsHandshake(SSLEngine engine, Carrier carrier) {
        this.engine = engine;
        this.carrier = carrier;
    }

    /** TLS 1.2 only: with 1.3, drivers wait for ever for bytes that they themselves keep back. */
    static TlsTunnel wrapped(SSLContext context, Link link, Carrier carrier) throws IOException {
        SSLEngine engine = context.createSSLEngine();
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.2"});
        engine.setSSLParameters(parameters);
        return tunnel(engine, link, carrier);
    }

    static TlsTunnel bare(SSLContext context, Link link) throws IOException {
        SSLEngine engine = context.createSSLEngine();
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setApplicationProtocols(new String[] {"tds/8.0"});
        engine.setSSLParameters(parameters);
        return tunnel(engine, link, new Bare(link));
    }

    private static TlsTunnel tunnel(SSLEngine engine, Link link, Carrier carrier) throws IOException {
        engine.setUseClientMode(false);
        var handshake = new TlsHandshake(engine, carrier);
        handshake.run();
        return new TlsTunnel(engine, link.raw(), link.rawOut(), handshake.received);
    }

    private void run() throws IOException {
        engine.beginHandshake();
        HandshakeStatus status = engine.getHandshakeStatus();
        while (status != HandshakeStatus.FINISHED && status != HandshakeStatus.NOT_HANDSHAKING) {
            status = switch (status) {
                case NEED_WRAP -> wrap();
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> unwrap();
                case NEED_TASK -> tasks();
                case FINISHED, NOT_HANDSHAKING -> status;
            };
        }
        flush();
    }

    private HandshakeStatus wrap() throws IOException {
        ByteBuffer record = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        SSLEngineResult result = engine.wrap(ByteBuffer.allocate(0), record);
        flight.raw(record.array(), 0, record.position());
        if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            flush();
            throw new SSLException("The handshake was broken off.");
        }
        return result.getHandshakeStatus();
    }

    private HandshakeStatus unwrap() throws IOException {
        flush();
        ByteBuffer source = ByteBuffer.wrap(received);
        ByteBuffer nothing = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        SSLEngineResult result = engine.unwrap(source, nothing);
        received = Arrays.copyOfRange(received, source.position(), received.length);
        if (result.getStatus() == SSLEngineResult.Status.BUFFER_UNDERFLOW) {
            receiveMore();
            return engine.getHandshakeStatus();
        }
        if (result.getStatus() != SSLEngineResult.Status.OK || nothing.position() > 0) {
            throw new SSLException("Not a handshake.");
        }
        return result.getHandshakeStatus();
    }

    private void receiveMore() throws IOException {
        byte[] more = carrier.receive();
        if (more.length == 0) {
            throw new EOFException("The client has gone inside the handshake.");
        }
        received = new ByteSink().raw(received).raw(more).toArray();
        if (received.length > Limits.LOGIN) {
            throw new SSLException("A handshake without end.");
        }
    }

    private HandshakeStatus tasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        return engine.getHandshakeStatus();
    }

    private void flush() throws IOException {
        if (flight.size() > 0) {
            carrier.send(flight.toArray());
            flight.clear();
        }
    }

    private record Bare(Link link) implements Carrier {

        @Override
        public byte[] receive() throws IOException {
            byte[] buffer = new byte[PacketReader.FIRST_SIZE];
            int count = link.raw().read(buffer, 0, buffer.length);
            return Arrays.copyOf(buffer, Math.max(0, count));
        }

        @Override
        public void send(byte[] flight) throws IOException {
            link.send(flight);
        }
    }
}
