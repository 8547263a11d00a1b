package keyturn.practice.server.state;

/**
 * A permission that was granted or denied.
 *
 * @param permission in upper case
 * @param grantee a login's id for what belongs to the server, else that of the database's principal
 * @param grantor likewise
 */
public record Grant(Securable on, String permission, int grantee, int grantor, State state) {

    /** With the letters and words of the catalog. */
    public enum State {
        DENIED("D", "DENY"),
        GRANTED("G", "GRANT"),
        /** The grantee may grant it on. */
        GRANTABLE("W", "GRANT_WITH_GRANT_OPTION");

        private final String letter;
        private final String words;

        State(String letter, String words) {
            this.letter = letter;
            this.words = words;
        }

        public String letter() {
            return letter;
        }

        public String words() {
            return words;
        }
    }

    /** The same permission for the same principal, whoever gave it and however. */
    public boolean matches(Securable securable, String name, int principal) {
        return on.equals(securable) && permission.equals(name) && grantee == principal;
    }

    Grant in(State now) {
        return new Grant(on, permission, grantee, grantor, now);
    }
}
