package keyturn.script.act;

import java.util.Set;

/**
 * An operator does it.
 *
 * @param shown the lines for that operator, PowerShell
 */
public record OperatorTask(String shown) implements Act {

    @Override
    public Set<Integer> slots() {
        return Set.of();
    }
}
