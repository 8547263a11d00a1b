package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import keyturn.plan.step.BackupStep;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.HostStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.RecoveryStep;
import keyturn.plan.step.ReopenStep;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.SetupStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.VaultStep;

/** A typed step as JSON, and back: its kind and its data, neither act nor words. Each family has a file of its own. */
final class TypedStepJson {

    private TypedStepJson() {}

    /** A family is written by its entry here, and read by the kinds of that same entry; these do not change once made. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Family {
        PROVIDER(ProviderStepJson.KINDS),
        TEST(TestStepJson.KINDS),
        CREDENTIAL(CredentialStepJson.KINDS),
        KEY(KeyStepJson.KINDS),
        BACKUP(BackupStepJson.KINDS),
        VAULT(VaultStepJson.KINDS),
        DIRECTORY(DirectoryStepJson.KINDS),
        RECOVERY(RecoveryStepJson.KINDS),
        SECRET(SecretStepJson.KINDS),
        REOPEN(ReopenStepJson.KINDS),
        HOST(HostStepJson.KINDS);

        private final Kinds<Step> kinds;

        Family(Kinds<Step> kinds) {
            this.kinds = kinds;
        }

        private StepHead.Written head(Step step) {
            return new StepHead.Written(step, kinds);
        }
    }

    static ObjectNode write(Step step) {
        return switch (step) {
            case ProviderStep provider -> ProviderStepJson.write(Family.PROVIDER.head(step), provider);
            case TestStep test -> TestStepJson.write(Family.TEST.head(step), test);
            case CredentialStep credential -> CredentialStepJson.write(Family.CREDENTIAL.head(step), credential);
            case KeyStep key -> KeyStepJson.write(Family.KEY.head(step), key);
            case BackupStep backup -> BackupStepJson.write(Family.BACKUP.head(step), backup);
            case VaultStep inVault -> VaultStepJson.write(Family.VAULT.head(step), inVault);
            case RecoveryStep recovery -> RecoveryStepJson.write(Family.RECOVERY.head(step), recovery);
            case SecretStep secret -> SecretStepJson.write(Family.SECRET.head(step), secret);
            case ReopenStep reopen -> ReopenStepJson.write(Family.REOPEN.head(step), reopen);
            case SetupStep setup -> ProviderStepJson.write(Family.PROVIDER.head(step), setup);
            case HostStep onHost -> HostStepJson.write(Family.HOST.head(step), onHost);
            case DirectoryStep inDirectory -> DirectoryStepJson.write(Family.DIRECTORY.head(step), inDirectory);
        };
    }

    /** @throws Fields.Malformed for a kind that there is not, or a field that is missing or wrong */
    static Step read(Fields step) {
        String kind = step.text("kind");
        return Arrays.stream(Family.values())
                .flatMap(family -> family.kinds.reader(kind).stream())
                .findFirst()
                .orElseThrow(() -> new Fields.Malformed(step.at("kind")))
                .apply(step);
    }
}
