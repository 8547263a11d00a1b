package keyturn.script.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.VaultStep;

/** A typed step as JSON, and back: its kind and its data, neither act nor words. Each family has a file of its own. */
final class TypedStepJson {

    private static final Map<String, Function<Fields, Step>> READERS = readers();

    private TypedStepJson() {}

    static ObjectNode write(Step step) {
        ObjectNode written = JsonNodeFactory.instance
                .objectNode()
                .put("number", step.id().number())
                .put("node", step.node().value());
        return switch (step) {
            case ProviderStep provider -> ProviderStepJson.write(written, provider);
            case TestStep test -> TestStepJson.write(written, test);
            case CredentialStep credential -> CredentialStepJson.write(written, credential);
            case KeyStep key -> KeyStepJson.write(written, key);
            case BackupStep backup -> BackupStepJson.write(written, backup);
            case VaultStep inVault -> VaultStepJson.write(written, inVault);
            case DirectoryStep inDirectory -> DirectoryStepJson.write(written, inDirectory);
        };
    }

    /** @throws Fields.Malformed for a kind that there is not, or a field that is missing or wrong */
    static Step read(Fields step) {
        Function<Fields, Step> reader = READERS.get(step.text("kind"));
        if (reader == null) {
            throw new Fields.Malformed(step.at("kind"));
        }
        return reader.apply(step);
    }

    private static Map<String, Function<Fields, Step>> readers() {
        Map<String, Function<Fields, Step>> all = new HashMap<>();
        List.of(
                        ProviderStepJson.READERS,
                        TestStepJson.READERS,
                        CredentialStepJson.READERS,
                        KeyStepJson.READERS,
                        BackupStepJson.READERS,
                        VaultStepJson.READERS,
                        DirectoryStepJson.READERS)
                .forEach(all::putAll);
        return Map.copyOf(all);
    }
}
