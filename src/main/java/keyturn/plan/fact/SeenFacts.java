package keyturn.plan.fact;

import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.OfDatabase;
import keyturn.plan.fact.FactKey.OfProvider;
import keyturn.plan.fact.FactKey.OfServer;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue.Flag;
import keyturn.plan.fact.FactValue.Missing;
import keyturn.plan.fact.FactValue.Text;
import keyturn.plan.flow.Situation;

/** Reads from an inspection the facts on which every plan relies: server, provider, databases. */
final class SeenFacts {

    private final NodeName node;
    private final SortedMap<FactKey, FactValue> facts = new TreeMap<>();

    private SeenFacts(NodeName node) {
        this.node = node;
    }

    static SortedMap<FactKey, FactValue> shared(Situation situation) {
        Inspection inspection = situation.inspection();
        var seen = new SeenFacts(inspection.identity().node());
        seen.server(inspection);
        situation.provider().ifPresent(seen::provider);
        situation.databases().open().forEach(seen::database);
        situation.databases().notOpen().forEach(seen::database);
        return seen.facts;
    }

    private void server(Inspection inspection) {
        Inspection.Facts all = inspection.facts();
        put(ServerFact.NAME, new Text(inspection.identity().name()));
        put(ServerFact.NODE, new Text(node.value()));
        put(ServerFact.VERSION, new Text(inspection.identity().productVersion()));
        put(ServerFact.CLUSTERED, FactValue.ofFlag(all.topology(), Inspection.Topology::clustered));
        put(ServerFact.HADR_ENABLED, FactValue.ofFlag(all.topology(), Inspection.Topology::hadrEnabled));
        put(ServerFact.EKM_RUNNING, FactValue.ofFlag(all.ekm(), Inspection.EkmSwitch::running));
        put(ServerFact.DATABASES, FactValue.ofFlag(all.databases(), listed -> true));
        put(
                ServerFact.LISTENER,
                FactValue.of(
                        all.around().listener(),
                        name -> name.<FactValue>map(Text::new).orElse(Missing.NONE)));
    }

    private void provider(Inspection.Provider row) {
        facts.put(new OfProvider(node, row.name(), ProviderFact.GUID), new Text(row.guid()));
        facts.put(new OfProvider(node, row.name(), ProviderFact.VERSION), new Text(row.version()));
        facts.put(new OfProvider(node, row.name(), ProviderFact.DLL_PATH), new Text(row.dllPath()));
        facts.put(new OfProvider(node, row.name(), ProviderFact.ENABLED), new Flag(row.enabled()));
    }

    private void database(Database row) {
        put(row, DatabaseFact.STATE, new Text(row.state()));
        put(
                row,
                DatabaseFact.PROTECTOR,
                FactValue.of(
                        row.key(),
                        key -> key.<FactValue>map(
                                        one -> new Text(one.thumbprint().toString()))
                                .orElse(Missing.NONE)));
        put(
                row,
                DatabaseFact.ENCRYPTION,
                FactValue.of(
                        row.key(),
                        key -> key.<FactValue>map(one -> new Text(one.state() + (one.changing() ? " changing" : "")))
                                .orElse(Missing.NONE)));
        put(row, DatabaseFact.LOG_BACKUP_POSSIBLE, FactValue.ofFlag(row.logBackupPossible(), possible -> possible));
        Inspection.Partners partners = row.partners();
        put(
                row,
                DatabaseFact.AVAILABILITY_GROUP,
                FactValue.of(
                        partners.availabilityGroup(),
                        group -> group.<FactValue>map(Text::new).orElse(Missing.NONE)));
        put(row, DatabaseFact.MIRRORED, FactValue.ofFlag(partners.mirrored(), mirrored -> mirrored));
        put(row, DatabaseFact.LOG_SHIPPED, FactValue.ofFlag(partners.logShipped(), shipped -> shipped));
    }

    private void put(ServerFact fact, FactValue value) {
        facts.put(new OfServer(node, fact), value);
    }

    private void put(Database row, DatabaseFact fact, FactValue value) {
        facts.put(new OfDatabase(node, row.name(), fact), value);
    }
}
