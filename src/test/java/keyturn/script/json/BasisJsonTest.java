package keyturn.script.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.plan.SeenRemoval;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The written form of the facts that a plan relies on. */
final class BasisJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> NAMES =
            List.of("Sales", "Sales.state", "a/b", "\"quoted\" \\ {0}", "is", "Ärchiv ‘]'", "server");

    private static SortedMap<FactKey, FactValue> every(FactValue value) {
        SortedMap<FactKey, FactValue> facts = new TreeMap<>();
        for (NodeName node : List.of(new NodeName("SQL01"), new NodeName("SQL02\\EKM"))) {
            for (FactKey.ServerFact fact : FactKey.ServerFact.values()) {
                facts.put(new FactKey.OfServer(node, fact), value);
            }
            facts.put(new FactKey.OfFile(node, new DllPath("C:\\EKM\\a.dll")), value);
            facts.put(new FactKey.OfNewestSecret(node, SeenRemoval.CLIENT), value);
            NAMES.forEach(name -> named(facts, node, name, value));
        }
        return facts;
    }

    private static void named(SortedMap<FactKey, FactValue> facts, NodeName node, String name, FactValue value) {
        facts.put(new FactKey.OfPermission(node, new Permission("CONTROL", name)), value);
        facts.put(new FactKey.OfKey(node, new AsymmetricKeyName(name)), value);
        facts.put(new FactKey.OfCredential(node, new CredentialName(name)), value);
        facts.put(new FactKey.OfAlteration(node, new CredentialName(name)), value);
        Arrays.stream(FactKey.ProviderFact.values())
                .forEach(fact -> facts.put(new FactKey.OfProvider(node, new ProviderName(name), fact), value));
        Arrays.stream(FactKey.LoginFact.values())
                .forEach(fact -> facts.put(new FactKey.OfLogin(node, new LoginName(name), fact), value));
        Arrays.stream(FactKey.DatabaseFact.values())
                .forEach(fact -> facts.put(new FactKey.OfDatabase(node, new DatabaseName(name), fact), value));
    }

    private static Basis read(String json) throws Exception {
        return BasisJson.read(new Fields((ObjectNode) JSON.readTree(json), "basis"));
    }

    @Test
    void everyFactWithEveryKindOfValueIsReadAsItWasWritten() throws Exception {
        List<FactValue> values = new ArrayList<>(List.of(
                new FactValue.Text("ONLINE"),
                new FactValue.Text(""),
                new FactValue.Text("true"),
                new FactValue.Flag(true),
                new FactValue.Flag(false)));
        values.addAll(List.of(FactValue.Missing.values()));
        for (FactValue value : values) {
            Basis basis = new Basis(every(value));
            assertEquals(basis, read(BasisJson.write(basis).toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"SQL01\": 1}",
                "{\"\": {}}",
                "{\"SQL01\": {\"server\": {\"nothing\": \"x\"}}}",
                "{\"SQL01\": {\"server\": {\"name\": 1}}}",
                "{\"SQL01\": {\"server\": {\"name\": {\"is\": \"gone\"}}}}",
                "{\"SQL01\": {\"server\": {\"name\": {}}}}",
                "{\"SQL01\": {\"files\": {\"no path\": true}}}",
                "{\"SQL01\": {\"databases\": {\"Sales\": \"ONLINE\"}}}"
            })
    void whatIsNoBasisIsMalformed(String json) {
        assertThrows(Fields.Malformed.class, () -> read(json));
    }
}
