package keyturn.entra;

/** Ends a request, or a list of requests, that passed one of our limits. */
public final class LimitPassed extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient Failure.Limit why;

    private LimitPassed(Failure.Limit why) {
        super(why.kind() + " " + why.most());
        this.why = why;
    }

    public static LimitPassed time(long seconds) {
        return new LimitPassed(new Failure.Limit(Failure.LimitKind.TIME, String.valueOf(seconds)));
    }

    static LimitPassed size(long megabytes) {
        return new LimitPassed(new Failure.Limit(Failure.LimitKind.SIZE, String.valueOf(megabytes)));
    }

    public static LimitPassed pages(int most) {
        return new LimitPassed(new Failure.Limit(Failure.LimitKind.PAGES, String.valueOf(most)));
    }

    /** @param host that was to be asked instead */
    public static LimitPassed elsewhere(String host) {
        return new LimitPassed(new Failure.Limit(Failure.LimitKind.ELSEWHERE, host));
    }

    Failure.Limit why() {
        return why;
    }
}
