package keyturn.plan.flow.removesecret;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.CredentialName;
import keyturn.domain.NodeName;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.KeyUses.Altered;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.OfAlteration;
import keyturn.plan.fact.FactKey.OfNewestSecret;
import keyturn.plan.fact.FactKey.OfServer;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.FactValue.Flag;
import keyturn.plan.fact.FactValue.Missing;
import keyturn.plan.fact.FactValue.Text;
import keyturn.plan.fact.SeenSecrets;

/** What a secret's being needed no more rests on: whoever alters a credential after the plan was made may have put that secret back. */
final class RemoveBasis {

    /** As precise as datetime is, and as T-SQL writes it. */
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private RemoveBasis() {}

    static SortedMap<FactKey, FactValue> of(RemoveSituation situation) {
        Inspection inspection = situation.inspection();
        NodeName node = inspection.identity().node();
        SortedMap<FactKey, FactValue> facts = new TreeMap<>();
        List<CredentialName> credentials = List.copyOf(situation.choices().credentials());
        credentials.forEach(name -> facts.put(new OfAlteration(node, name), altered(situation, name)));
        facts.put(
                new OfServer(node, ServerFact.STARTED_SINCE),
                FactValue.of(
                        inspection.facts().startedAt(),
                        start -> new Flag(
                                SeenSecrets.waiting(inspection, credentials).isEmpty())));
        facts.put(
                new OfNewestSecret(node, situation.choices().secret().application()),
                situation
                        .successor()
                        .map(SecretSeen::keyId)
                        .<FactValue>map(Text::new)
                        .orElse(Missing.ABSENT));
        return facts;
    }

    private static FactValue altered(RemoveSituation situation, CredentialName name) {
        return FactValue.of(
                situation.inspection().facts().around().keyholding().uses().alterations(),
                rows -> situation
                        .altered(name)
                        .map(Altered::written)
                        .<FactValue>map(written -> new Text(WRITTEN.format(written)))
                        .orElse(Missing.ABSENT));
    }
}
