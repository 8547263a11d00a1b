package keyturn.run.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import keyturn.domain.Secret;
import keyturn.script.Script;
import keyturn.script.act.Act;

/** An act with the secrets in it that its plan leaves open; lives as long as it is sent. */
final class Filled {

    private Filled() {}

    /** Empty where a secret is not to be had. */
    static Optional<Act> of(Act act, RunSecrets secrets) {
        return switch (act) {
            case Act.SqlBatch batch -> of(batch.text(), secrets).map(Act.SqlBatch::new);
            case Act.TryVaultKey attempt -> attempt(attempt, secrets);
            case Act.CreateVaultKey create -> Optional.of(create);
            case Act.BackUpVaultKey backUp -> Optional.of(backUp);
            case Act.AddAppSecret add -> Optional.of(add);
            case Act.OperatorTask task -> Optional.of(task);
        };
    }

    /** To the directory it goes as it is. */
    private static Optional<Act> attempt(Act.TryVaultKey attempt, RunSecrets secrets) {
        return attempt.secret().slots().stream()
                .findFirst()
                .flatMap(secrets::of)
                .map(secret -> new Script(List.of(new Script.Hidden(secret))))
                .map(secret -> new Act.TryVaultKey(
                        attempt.vault(),
                        attempt.key(),
                        attempt.application(),
                        secret,
                        attempt.times(),
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
