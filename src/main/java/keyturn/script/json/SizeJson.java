package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import keyturn.plan.step.BackupSize;

/** How much a backup reads, as JSON; nothing where it is unknown. */
final class SizeJson {

    private static final String MEGABYTES = "megabytes";

    private SizeJson() {}

    static void write(ObjectNode written, BackupSize size) {
        size.megabytes().ifPresent(megabytes -> written.put(MEGABYTES, megabytes));
    }

    static BackupSize read(Fields step) {
        if (!step.has(MEGABYTES)) {
            return BackupSize.UNKNOWN;
        }
        long megabytes = step.number(MEGABYTES);
        if (megabytes < 0) {
            throw new Fields.Malformed(step.at(MEGABYTES));
        }
        return new BackupSize(Optional.of(megabytes));
    }
}
