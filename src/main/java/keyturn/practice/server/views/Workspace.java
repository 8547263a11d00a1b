package keyturn.practice.server.views;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Table;

/**
 * What a session has of its own while a statement runs.
 *
 * @param temporary its {@code #t}, those of the innermost text first
 * @param identity what IDENTITY gave last; {@code @@IDENTITY}
 * @param scopeIdentity the same in this text alone
 * @param nestLevel texts that called each other around this one
 * @param fetchStatus how the last FETCH ended
 * @param cursorRows rows of the cursor that was opened last
 */
public record Workspace(
        List<Table> temporary,
        Optional<BigDecimal> identity,
        Optional<BigDecimal> scopeIdentity,
        int nestLevel,
        int fetchStatus,
        int cursorRows) {

    public Workspace {
        temporary = List.copyOf(temporary);
    }

    public Optional<Table> table(String name) {
        return temporary.stream().filter(t -> t.isNamed(name)).findFirst();
    }
}
