package keyturn.run.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import keyturn.domain.Secret;
import keyturn.script.Script;
import keyturn.script.act.DirectoryAct;
import keyturn.script.act.DoorAct;
import keyturn.script.act.HostAct;
import keyturn.script.act.ManagerAct;
import keyturn.script.act.RecoveryAct;
import keyturn.script.act.SqlAct;
import keyturn.script.act.VaultAct;

/** An act with the secrets in it that its plan leaves open; lives as long as it is sent. */
final class Filled {

    private Filled() {}

    /** Empty where a secret is not to be had. */
    static Optional<DoorAct> of(DoorAct act, RunSecrets secrets) {
        return switch (act) {
            case SqlAct sql -> of(sql.text(), secrets).map(SqlAct.SqlBatch::new);
            case VaultAct vault -> of(vault, secrets);
            case DirectoryAct directory -> Optional.of(directory);
            case HostAct host -> Optional.of(host);
            case ManagerAct manager -> Optional.of(manager);
        };
    }

    private static Optional<DoorAct> of(VaultAct act, RunSecrets secrets) {
        return switch (act) {
            case VaultAct.CreateKey create -> Optional.of(create);
            case VaultAct.BackUpKey backUp -> Optional.of(backUp);
            case VaultAct.TryKey attempt -> attempt(attempt, secrets);
            case RecoveryAct recovery -> Optional.of(recovery);
        };
    }

    /** To the directory it goes as it is. */
    private static Optional<DoorAct> attempt(VaultAct.TryKey attempt, RunSecrets secrets) {
        return attempt.secret().slots().stream()
                .findFirst()
                .flatMap(secrets::of)
                .map(secret -> new Script(List.of(new Script.Hidden(secret))))
                .map(secret -> new VaultAct.TryKey(
                        attempt.vault(),
                        attempt.key(),
                        attempt.application(),
                        secret,
                        attempt.times(),
                        attempt.here(),
                        attempt.shown()));
    }

    private static Optional<Script> of(Script script, RunSecrets secrets) {
        Map<Integer, Secret> found = new HashMap<>();
        for (int number : script.slots()) {
            Optional<Secret> secret = secrets.of(number);
            if (secret.isEmpty()) {
                return Optional.empty();
            }
            found.put(number, secret.get());
        }
        return Optional.of(script.filled(number -> Objects.requireNonNull(found.get(number))));
    }
}
