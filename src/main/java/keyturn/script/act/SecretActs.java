package keyturn.script.act;

import java.util.List;
import keyturn.plan.step.SecretStep;
import keyturn.script.Script;
import keyturn.script.TSql;

/** The acts of the steps that give credentials another secret (documents: ALTER CREDENTIAL; unwrap key). */
final class SecretActs {

    private SecretActs() {}

    static Act of(SecretStep step) {
        return switch (step) {
            case SecretStep.TrySecret attempt ->
                VaultActs.tryOut(
                        attempt.vault(),
                        attempt.key(),
                        attempt.application(),
                        KeyActs.APPLICATION_SECRET,
                        attempt.times(),
                        true);
            case SecretStep.ReplaceSecret replace -> new SqlAct.SqlBatch(replace(replace));
        };
    }

    /** The identifier of the application is no secret; what follows it is, and stands in no script. */
    private static Script replace(SecretStep.ReplaceSecret replace) {
        String before = "ALTER CREDENTIAL " + TSql.name(replace.credential().value()) + "\nWITH IDENTITY = "
                + TSql.literal(replace.identity()) + ",\nSECRET = N'"
                + replace.application().withoutHyphens();
        return new Script(
                List.of(new Script.Text(before), new Script.Slot(KeyActs.APPLICATION_SECRET), new Script.Text("';")));
    }
}
