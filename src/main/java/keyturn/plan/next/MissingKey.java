package keyturn.plan.next;

import java.util.List;
import keyturn.domain.DatabaseName;
import keyturn.domain.Thumbprint;

/**
 * A vault key that no asymmetric key of master stands for.
 *
 * @param waiting databases that wait for it, as far as that is known
 */
public record MissingKey(Thumbprint thumbprint, List<DatabaseName> waiting) {

    public MissingKey {
        waiting = List.copyOf(waiting);
    }
}
