package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Thumbprint;
import keyturn.plan.step.Protector;

/** What a database is protected by, as JSON: by thumbprint or by name; nothing where it is unknown. */
final class ProtectorJson {

    private static final String THUMBPRINT = "protector";
    private static final String KEY = "protectorKey";

    private ProtectorJson() {}

    static void write(ObjectNode written, Protector protector) {
        switch (protector) {
            case Protector.ByThumbprint by ->
                written.put(THUMBPRINT, by.thumbprint().hex());
            case Protector.ByName by -> written.put(KEY, by.key().value());
            case Protector.Unknown unknown -> {}
        }
    }

    static Protector read(Fields step) {
        if (step.has(THUMBPRINT)) {
            return new Protector.ByThumbprint(step.text(THUMBPRINT, Thumbprint::new));
        }
        return step.has(KEY) ? new Protector.ByName(step.text(KEY, AsymmetricKeyName::new)) : new Protector.Unknown();
    }
}
