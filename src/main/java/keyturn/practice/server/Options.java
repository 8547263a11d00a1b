package keyturn.practice.server;

import java.util.Locale;

/**
 * What SET has set. A text that is called gets its caller's and cannot change them.
 *
 * @param rowLimit 0: none
 */
record Options(boolean implicit, boolean noCount, boolean abort, boolean quoted, boolean formatOnly, long rowLimit) {

    static final Options OF_LOGIN = new Options(false, false, false, true, false, 0);

    /** An option that changes nothing here (ARITHABORT, TEXTSIZE, isolation ...) is taken and forgotten. */
    Options with(String name, String value) {
        boolean on = value.equalsIgnoreCase("ON");
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "IMPLICIT_TRANSACTIONS" -> new Options(on, noCount, abort, quoted, formatOnly, rowLimit);
            case "NOCOUNT" -> new Options(implicit, on, abort, quoted, formatOnly, rowLimit);
            case "XACT_ABORT" -> new Options(implicit, noCount, on, quoted, formatOnly, rowLimit);
            case "QUOTED_IDENTIFIER" -> new Options(implicit, noCount, abort, on, formatOnly, rowLimit);
            case "FMTONLY" -> new Options(implicit, noCount, abort, quoted, on, rowLimit);
            case "ROWCOUNT" -> new Options(implicit, noCount, abort, quoted, formatOnly, limit(value));
            default -> this;
        };
    }

    private static long limit(String value) {
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}
