package keyturn.trouble;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a cause.
 *
 * @param checks that show whether it is this one, the most telling first
 * @param flow that repairs it, by its name; empty: somebody does it by hand
 * @param isRuledOut by the first of the checks, where that one is fine; else such an answer leaves it open
 */
public record CauseEntry(
        RootCause cause, Reaction reaction, List<CheckName> checks, Optional<String> flow, boolean isRuledOut) {

    public CauseEntry {
        checks = List.copyOf(checks);
    }
}
