package keyturn.practice.web;

/** An answer that ends the work on a request. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Reply reply;

    public Refusal(Reply reply) {
        super(reply.status() + " " + reply.code(), null, false, false);
        this.reply = reply;
    }

    public Reply reply() {
        return reply;
    }
}
