package keyturn.run.journal;

import java.io.IOException;

/** The file of the journal's name is not the one that is written to, or not as it was left: removed, replaced or cut. */
final class JournalLost extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param how what was found instead */
    JournalLost(String how) {
        super(how);
    }
}
