package keyturn.practice.tds;

import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import keyturn.practice.tds.codec.ByteSink;
import keyturn.practice.tds.codec.ProtocolFault;

/** What happens between a connection and a session: prelogin, TLS, login. */
final class Door {

    private static final int TLS_HELLO = 0x16;

    private final Link link;
    private final PacketReader reader;
    private final Backend backend;
    private final SSLContext tls;
    private final Limits limits;
    private final PacketWriter writer;
    private final TokenWriter tokens;

    Door(Link link, PacketReader reader, Backend backend, SSLContext tls, Limits limits) {
        this.link = link;
        this.reader = reader;
        this.backend = backend;
        this.tls = tls;
        this.limits = limits;
        this.writer = new PacketWriter(link, Message.REPLY);
        this.tokens = new TokenWriter(backend.serverName());
    }

    PacketWriter writer() {
        return writer;
    }

    TokenWriter tokens() {
        return tokens;
    }

    /** A session, or empty where the login was refused or the client changed its mind. */
    Optional<Backend.Session> enter() throws IOException {
        link.raw().limit(limits.firstByte());
        int first = link.raw().peek();
        if (first < 0) {
            return Optional.empty();
        }
        link.raw().limit(limits.login());
        boolean strict = first == TLS_HELLO;
        if (strict) {
            link.enter(TlsHandshake.bare(tls, link));
        }
        Prelogin.Encryption encryption = prelogin(strict);
        Login7 login = Login7.read(login(encryption), strict || encryption == Prelogin.Encryption.ALL);
        return answered(login);
    }

    private Prelogin.Encryption prelogin(boolean strict) throws IOException {
        Prelogin.Asked asked = Prelogin.read(read(Message.PRELOGIN, Limits.PRELOGIN));
        Prelogin.Encryption agreed = strict ? Prelogin.Encryption.NONE : asked.encryption();
        writer.write(Prelogin.reply(backend.version(), agreed, asked.federated()));
        writer.end();
        return agreed;
    }

    private byte[] login(Prelogin.Encryption encryption) throws IOException {
        if (encryption == Prelogin.Encryption.NONE) {
            return read(Message.LOGIN, Limits.LOGIN);
        }
        TlsTunnel tunnel = TlsHandshake.wrapped(tls, link, new InPackets());
        link.enter(tunnel);
        byte[] record = read(Message.LOGIN, Limits.LOGIN);
        if (encryption == Prelogin.Encryption.LOGIN_ONLY) {
            link.leave(tunnel);
        }
        return record;
    }

    private Optional<Backend.Session> answered(Login7 login) {
        var replies = new LoginReplyWriter(tokens);
        return switch (backend.login(login.request())) {
            case Backend.Accepted accepted -> {
                writer.spid(accepted.session().spid());
                writer.write(replies.accepted(
                        accepted.database(),
                        login.packetSize(),
                        backend.version(),
                        login.recovery() && backend.recoversSessions(),
                        !login.request().token().isEmpty()));
                writer.end();
                writer.packetSize(login.packetSize());
                reader.packetSize(login.packetSize());
                yield Optional.of(accepted.session());
            }
            case Backend.Refused refused -> {
                writer.write(replies.refused(refused));
                writer.end();
                yield Optional.empty();
            }
        };
    }

    private byte[] read(int type, int most) throws IOException {
        if (reader.begin() != type) {
            throw new ProtocolFault("A message of the wrong type before the login.");
        }
        Message message = reader.rest(type, most);
        reader.release(message);
        return message.body();
    }

    /** The handshake's flights, each a message. */
    private final class InPackets implements TlsHandshake.Carrier {

        private final PacketWriter flights = new PacketWriter(link, Message.PRELOGIN);

        @Override
        public byte[] receive() throws IOException {
            return read(Message.PRELOGIN, Limits.LOGIN);
        }

        @Override
        public void send(byte[] flight) {
            flights.write(new ByteSink().raw(flight));
            flights.end();
        }
    }
}
