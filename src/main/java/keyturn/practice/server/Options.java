package keyturn.practice.server;

import java.util.Locale;

/**
 * What SET has set. A text that is called gets its caller's and cannot change them.
 *
 * @param rowLimit 0: none
 * @param lockTimeout milliseconds; -1: without end
 */
record Options(
        boolean implicit,
        boolean noCount,
        boolean abort,
        boolean quoted,
        boolean formatOnly,
        long rowLimit,
        int lockTimeout) {

    private static final int ENDLESS = -1;
    static final Options OF_LOGIN = new Options(false, false, false, true, false, 0, ENDLESS);

    /** An option that changes nothing here (ARITHABORT, TEXTSIZE, isolation ...) is taken and forgotten. */
    Options with(String name, String value) {
        boolean on = value.equalsIgnoreCase("ON");
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "IMPLICIT_TRANSACTIONS" -> new Options(on, noCount, abort, quoted, formatOnly, rowLimit, lockTimeout);
            case "NOCOUNT" -> new Options(implicit, on, abort, quoted, formatOnly, rowLimit, lockTimeout);
            case "XACT_ABORT" -> new Options(implicit, noCount, on, quoted, formatOnly, rowLimit, lockTimeout);
            case "QUOTED_IDENTIFIER" -> new Options(implicit, noCount, abort, on, formatOnly, rowLimit, lockTimeout);
            case "FMTONLY" -> new Options(implicit, noCount, abort, quoted, on, rowLimit, lockTimeout);
            case "ROWCOUNT" -> new Options(implicit, noCount, abort, quoted, formatOnly, limit(value), lockTimeout);
            case "LOCK_TIMEOUT" ->
                new Options(implicit, noCount, abort, quoted, formatOnly, rowLimit, milliseconds(value));
            default -> this;
        };
    }

    private static long limit(String value) {
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    private static int milliseconds(String value) {
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : ENDLESS;
    }
}
