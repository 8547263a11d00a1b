package keyturn.plan.fact;

import keyturn.domain.DatabaseName;
import keyturn.domain.NodeName;
import keyturn.domain.ProviderName;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue.Flag;
import keyturn.plan.fact.FactValue.Text;

/**
 * Facts as tests name them.
 *
 * @param node of which they are
 */
public record NamedFacts(NodeName node) {

    public static final NamedFacts OF_SQL01 = new NamedFacts(new NodeName("SQL01"));
    /** What the range's stand-alone server calls itself. */
    public static final NamedFacts OF_RANGE = new NamedFacts(new NodeName("PRACTICE01\\KEYTURN"));

    public static final FactValue YES = new Flag(true);
    public static final FactValue NO = new Flag(false);

    public FactKey of(ServerFact fact) {
        return new FactKey.OfServer(node, fact);
    }

    public FactKey of(ProviderFact fact) {
        return new FactKey.OfProvider(node, new ProviderName("AzureKeyVault_EKM"), fact);
    }

    public FactKey of(String database, DatabaseFact fact) {
        return new FactKey.OfDatabase(node, new DatabaseName(database), fact);
    }

    public static FactValue text(String text) {
        return new Text(text);
    }
}
