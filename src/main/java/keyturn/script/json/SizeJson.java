package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import keyturn.plan.step.BackupSize;

/** How much a backup reads, as JSON; nothing where it is unknown. */
final class SizeJson {

    private static final String MEGABYTES = "megabytes";
    private static final String MORE = "more";

    private SizeJson() {}

    static void write(ObjectNode written, BackupSize size) {
        size.megabytes().ifPresent(megabytes -> written.put(MEGABYTES, megabytes));
        if (size.more()) {
            written.put(MORE, true);
        }
    }

    static BackupSize read(Fields step) {
        boolean more = step.has(MORE) && step.truth(MORE);
        if (!step.has(MEGABYTES)) {
            return new BackupSize(Optional.empty(), more);
        }
        long megabytes = step.number(MEGABYTES);
        if (megabytes < 0) {
            throw new Fields.Malformed(step.at(MEGABYTES));
        }
        return new BackupSize(Optional.of(megabytes), more);
    }
}
