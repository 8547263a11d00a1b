package keyturn.plan.flow;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;

/**
 * What the DBA chose. Each flow has one record of its own in its own folder, and only that folder, the flow's page and its
 * options name it.
 */
public interface Choices {

    /** The flow that these are choices of. */
    Flow flow();

    ProviderName provider();

    /** How databases are tested and what the DBA says of the host. */
    Assurances assurances();

    /** The same choices with other tests and attestations. */
    Choices with(Assurances others);

    /** The same for this database alone, where databases were chosen one by one. */
    Choices only(DatabaseName database);

    /** The application whose secret new credentials hold; empty where the flow makes none. */
    default Optional<ClientId> application() {
        return Optional.empty();
    }

    /** The login that is to run the plan, where it is not the one that plans; empty: whoever plans runs it. */
    default Optional<LoginName> runAs() {
        return Optional.empty();
    }

    /** What checks and steps of this flow are made from. */
    Situation situation(Inspection inspection);

    /** How each database's key is tested, where the DBA chose; others are tested as Keyturn chooses. */
    default Map<DatabaseName, TestChoice> tests() {
        return assurances().tests();
    }

    /** What the DBA has looked at and says is so. */
    default Set<Confirmation> attested() {
        return assurances().attested();
    }
}
