package keyturn.practice.server.state;

/** To whom a database is open, and for what. */
public record Openness(Access access, boolean readOnly) {

    /** As every database begins. */
    public static final Openness FULL = new Openness(Access.MULTI_USER, false);

    public Openness to(Access now) {
        return new Openness(now, readOnly);
    }

    public Openness readOnly(boolean now) {
        return new Openness(access, now);
    }

    /** Who may enter, with the numbers of {@code sys.databases}. */
    public enum Access {
        MULTI_USER(0),
        /** One session, whoever comes first. */
        SINGLE_USER(1),
        /** Those who may alter it. */
        RESTRICTED_USER(2);

        private final int number;

        Access(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
