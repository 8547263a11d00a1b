package keyturn.plan.flow.backup;

import java.util.List;
import keyturn.domain.azure.KeyName;

/** Which vault keys are backed up. */
public sealed interface KeySelection {

    /** Those that a key of the server stands for, old ones too: backups and the log may need them. */
    record Needed() implements KeySelection {}

    /** All of each vault that was looked at, but for those of certificates. */
    record All() implements KeySelection {}

    /** These. */
    record Named(List<KeyName> names) implements KeySelection {
        public Named {
            names = List.copyOf(names);
        }
    }
}
