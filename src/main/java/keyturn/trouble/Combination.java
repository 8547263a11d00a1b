package keyturn.trouble;

import java.util.List;
import java.util.Set;

/**
 * Messages and provider codes that say more together than each alone.
 *
 * @param messages numbers that must all be there
 * @param codes provider codes that must all be there
 */
public record Combination(Set<Integer> messages, Set<Integer> codes, List<RootCause> causes) {

    public Combination {
        messages = Set.copyOf(messages);
        codes = Set.copyOf(codes);
        causes = List.copyOf(causes);
    }

    public boolean isIn(Set<Integer> foundMessages, Set<Integer> foundCodes) {
        return foundMessages.containsAll(messages) && foundCodes.containsAll(codes);
    }
}
