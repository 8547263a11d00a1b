package keyturn.cli.option;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import keyturn.cli.Ended;
import keyturn.domain.DatabaseName;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.ProofChoice;

/** Reads {@code --proof DB=log|full|own|skip} and {@code --confirm NAME}. */
public final class ProofOption {

    private ProofOption() {}

    /** The last equals sign parts name and choice: a name may hold one. */
    public static Map<DatabaseName, ProofChoice> proofs(List<String> given) throws Ended {
        Map<DatabaseName, ProofChoice> proofs = new HashMap<>();
        for (String text : given) {
            int equals = text.lastIndexOf('=');
            try {
                proofs.put(
                        new DatabaseName(text.substring(0, Math.max(0, equals))),
                        ProofChoice.valueOf(text.substring(equals + 1).toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException wrong) {
                throw Ended.usage("choice.proof", text);
            }
        }
        return proofs;
    }

    public static Set<Confirmation> confirmed(List<String> given) throws Ended {
        Set<Confirmation> confirmed = new HashSet<>();
        for (String text : given) {
            try {
                confirmed.add(Confirmation.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')));
            } catch (IllegalArgumentException unknown) {
                throw Ended.usage("choice.confirm", text);
            }
        }
        return confirmed;
    }
}
