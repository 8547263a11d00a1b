package keyturn.ui.flow.rotate;

import java.util.List;
import java.util.Optional;
import keyturn.plan.flow.rotate.RotateChoices.NewVaultKey;

/**
 * Where the new vault key comes from.
 *
 * @param kind of which kind it is made; empty: it is there
 */
record Making(Optional<NewVaultKey> kind) {

    private static final int USUAL_BITS = 2048;

    static final Making THERE = new Making(Optional.empty());

    /** All are offered, whatever fits: why one does not is said by anyone who plans. */
    static final List<Making> OFFERED = List.of(
            THERE,
            new Making(Optional.of(new NewVaultKey(false, 2048))),
            new Making(Optional.of(new NewVaultKey(false, 3072))),
            new Making(Optional.of(new NewVaultKey(true, 2048))),
            new Making(Optional.of(new NewVaultKey(true, 3072))));

    /** What a kind that not every server takes means, as the end of a sentence before; empty for the usual one. */
    String means() {
        String large = kind.filter(made -> made.bits() > USUAL_BITS)
                .map(made -> " " + RotateWords.of("choose.make.large"))
                .orElse("");
        String hsm = kind.filter(NewVaultKey::hsm)
                .map(made -> " " + RotateWords.of("choose.make.hsm"))
                .orElse("");
        return large + hsm;
    }

    @Override
    public String toString() {
        return kind.map(made -> RotateWords.of("choose.make.new", made)).orElse(RotateWords.of("choose.make.there"));
    }
}
