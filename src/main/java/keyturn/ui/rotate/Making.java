package keyturn.ui.rotate;

import java.util.List;
import java.util.Optional;
import keyturn.plan.Choices.NewVaultKey;
import keyturn.ui.parts.Words;

/**
 * Where the new vault key comes from.
 *
 * @param kind of which kind it is made; empty: it is there
 */
record Making(Optional<NewVaultKey> kind) {

    static final Making THERE = new Making(Optional.empty());

    /** All are offered, whatever fits: why one does not is said by whoever plans. */
    static final List<Making> OFFERED = List.of(
            THERE,
            new Making(Optional.of(new NewVaultKey(false, 2048))),
            new Making(Optional.of(new NewVaultKey(false, 3072))),
            new Making(Optional.of(new NewVaultKey(true, 2048))),
            new Making(Optional.of(new NewVaultKey(true, 3072))));

    @Override
    public String toString() {
        return kind.map(made -> Words.of("rotate.make.new", made)).orElse(Words.of("rotate.make.there"));
    }
}
