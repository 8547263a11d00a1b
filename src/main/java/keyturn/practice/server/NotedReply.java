package keyturn.practice.server;

import keyturn.practice.tds.Backend;

/** Passes everything on and remembers the first error, for the log. */
final class NotedReply extends ForwardedReply {

    private int firstError;

    NotedReply(Backend.Reply reply) {
        super(reply);
    }

    /** 0: none. */
    int firstError() {
        return firstError;
    }

    @Override
    public void error(Backend.ServerMessage message) {
        firstError = firstError == 0 ? message.number() : firstError;
        super.error(message);
    }
}
