package keyturn.trouble;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a cause.
 *
 * @param checks that show whether it is this one, the most telling first
 * @param flow that repairs it, by its name; empty: somebody does it by hand
 */
public record CauseEntry(RootCause cause, Reaction reaction, List<CheckName> checks, Optional<String> flow) {

    public CauseEntry {
        checks = List.copyOf(checks);
    }
}
