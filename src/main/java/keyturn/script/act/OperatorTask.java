package keyturn.script.act;

import java.util.Set;

/**
 * A colleague does it.
 *
 * @param shown the lines for that colleague, PowerShell
 */
public record OperatorTask(String shown) implements Act {

    @Override
    public Set<Integer> slots() {
        return Set.of();
    }
}
