package keyturn.ui.files;

import java.util.regex.Pattern;

/** A file's name as a dialog may propose it: the name of a server can hold what Windows does not take in the name of a file. */
final class ProposedName {

    private static final Pattern REFUSED = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");

    private ProposedName() {}

    /** With a hyphen for each of these: {@code keyturn-change-SQLPROD07-FIN.zip}. */
    static String of(String wanted) {
        return REFUSED.matcher(wanted).replaceAll("-");
    }
}
