package keyturn.domain;

/** The rules that several names share. */
final class Rules {

    private static final int SYSNAME = 128;

    private Rules() {}

    /** sysname: 1 to 128 characters, no NUL. */
    static void sysname(String kind, String value) {
        if (value.isEmpty() || value.length() > SYSNAME || value.indexOf('\0') >= 0) {
            throw new InvalidValue(new Problem(
                    kind + "-name.length",
                    Message.of("domain.name.length", kind, value, SYSNAME),
                    java.util.Optional.empty(),
                    Message.of("domain.name.length.next", kind)));
        }
    }
}
