package keyturn.plan.depend;

import java.util.List;
import keyturn.domain.DatabaseName;

/**
 * What goes with a part.
 *
 * @param databases that a start could not open any more
 * @param useless other parts that nothing on this server could use any more
 */
public record Loss(List<DatabaseName> databases, List<PartId> useless) {

    public Loss {
        databases = List.copyOf(databases);
        useless = List.copyOf(useless);
    }
}
