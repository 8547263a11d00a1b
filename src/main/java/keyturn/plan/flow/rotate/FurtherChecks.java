package keyturn.plan.flow.rotate;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.LocalPath;
import keyturn.domain.azure.KeyName;
import keyturn.domain.azure.SecretLife;
import keyturn.domain.inspection.Fact;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;

/** What a rotation does in vault and directory besides: a backup of the new key, a further secret of the application. */
final class FurtherChecks {

    private FurtherChecks() {}

    /** A key that is gone for good takes along whatever hangs on it (document: Azure Key Vault backup and restore). */
    public static Stream<Finding> keyBackup(RotationSituation situation) {
        RotateChoices choices = situation.choices();
        KeyName name = choices.newKey().vaultKey().name();
        Optional<LocalPath> folder = choices.further().keyBackup();
        if (RotationVault.address(situation).isEmpty()) {
            return Stream.empty();
        }
        if (folder.isEmpty()) {
            return situation.standing()
                    ? Stream.empty()
                    : Findings.attention(Area.KEY_BACKUP, "rotate.no-key-backup", name);
        }
        return RotationVault.operatorBacksUp(situation)
                ? Findings.attention(Area.KEY_BACKUP, "rotate.key-backup-operator", name, folder.get())
                : Findings.fine(Area.KEY_BACKUP, "rotate.key-backup", name, folder.get());
    }

    /** Where nothing is chosen, a secret that is there is handed in, and there is nothing to say. */
    public static Stream<Finding> secret(RotationSituation situation) {
        RotateChoices choices = situation.choices();
        return choices.further().secret().stream().flatMap(life -> secret(situation, choices, life));
    }

    private static Stream<Finding> secret(RotationSituation situation, RotateChoices choices, SecretLife life) {
        if (situation.standing()) {
            return Findings.attention(
                    Area.SECRET,
                    "rotate.secret-needless",
                    choices.newKey().names().credential());
        }
        boolean seen = situation
                .inspection()
                .facts()
                .azure()
                .flatMap(azure -> azure.application(choices.newKey().application()))
                .flatMap(Fact::value)
                .isPresent();
        String rule = RotationVault.operatorAdds(situation)
                ? "rotate.secret-operator"
                : seen ? "rotate.secret-graph" : "rotate.secret-unseen";
        return Findings.attention(Area.SECRET, rule, choices.newKey().application(), life);
    }
}
