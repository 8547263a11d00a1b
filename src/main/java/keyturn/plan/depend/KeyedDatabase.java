package keyturn.plan.depend;

import keyturn.domain.DatabaseName;
import keyturn.domain.Message;

/**
 * A database that a key protects.
 *
 * @param state {@code sys.databases.state_desc}
 * @param health what the forecast says of it
 */
public record KeyedDatabase(DatabaseName name, String state, Health health) {

    public PartId id() {
        return new PartId.OfDatabase(name);
    }

    Part part() {
        return new Part(id(), Message.of("plan.depend.caption.database", state), health);
    }
}
