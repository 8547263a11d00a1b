package keyturn.practice.tds;

import keyturn.practice.tds.codec.ByteSink;

/** The answer to a login, one message. */
final class LoginReplyWriter {

    private static final String LANGUAGE = "us_english";

    private final TokenWriter tokens;

    LoginReplyWriter(TokenWriter tokens) {
        this.tokens = tokens;
    }

    /**
     * @param recovery whether the client is told that it may come back to a lost session
     * @param token whether it is told that its token was taken
     */
    ByteSink accepted(String database, int packetSize, Backend.Version version, boolean recovery, boolean token) {
        var out = new ByteSink();
        out.raw(tokens.changed(TokenWriter.DATABASE, database, "master"));
        out.raw(tokens.info(databaseMessage(database)));
        out.raw(tokens.collation());
        out.raw(tokens.changed(TokenWriter.LANGUAGE, LANGUAGE, ""));
        out.raw(tokens.info(message(5703, 1, "Changed language setting to " + LANGUAGE + ".")));
        out.raw(tokens.loginAcknowledged(version));
        if (recovery || token) {
            out.raw(tokens.featuresAcknowledged(recovery, token));
        }
        String before = Integer.toString(PacketReader.FIRST_SIZE);
        out.raw(tokens.changed(TokenWriter.PACKET_SIZE, Integer.toString(packetSize), before));
        return out.raw(tokens.done(TokenWriter.DONE, 0, 0, 0));
    }

    ByteSink refused(Backend.Refused refusal) {
        var out = new ByteSink();
        refusal.errors().forEach(error -> out.raw(tokens.error(error)));
        return out.raw(tokens.done(TokenWriter.DONE, TokenWriter.ERROR, 0, 0));
    }

    /** What the server says whenever a session comes to a database. */
    static Backend.ServerMessage databaseMessage(String database) {
        return message(5701, 2, "Changed database context to '" + database + "'.");
    }

    private static Backend.ServerMessage message(int number, int state, String text) {
        return new Backend.ServerMessage(number, 0, state, text, "", 1);
    }
}
