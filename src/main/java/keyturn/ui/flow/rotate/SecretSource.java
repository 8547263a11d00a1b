package keyturn.ui.flow.rotate;

import java.util.List;
import java.util.Optional;
import keyturn.domain.azure.SecretLife;

/**
 * Where the secret of the new credential comes from.
 *
 * @param life how long a further one lives that the directory makes; empty: one that is there is handed in
 */
record SecretSource(Optional<SecretLife> life) {

    static final SecretSource HANDED_IN = new SecretSource(Optional.empty());

    static final List<SecretSource> OFFERED = List.of(
            HANDED_IN, lives("P90D"), lives("P6M"), new SecretSource(Optional.of(SecretLife.USUAL)), lives("P2Y"));

    private static SecretSource lives(String life) {
        return new SecretSource(Optional.of(SecretLife.parse(life)));
    }

    @Override
    public String toString() {
        return life.map(lives -> RotateWords.of("choose.secret." + lives))
                .orElse(RotateWords.of("choose.secret.handedIn"));
    }
}
