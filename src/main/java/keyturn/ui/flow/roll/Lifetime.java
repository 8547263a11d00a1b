package keyturn.ui.flow.roll;

import java.util.List;
import keyturn.domain.azure.SecretLife;

/** How long a secret that the directory makes is valid. */
record Lifetime(SecretLife life) {

    static final Lifetime USUAL = new Lifetime(SecretLife.USUAL);

    static final List<Lifetime> OFFERED = List.of(of("P90D"), of("P6M"), USUAL, of("P2Y"));

    private static Lifetime of(String period) {
        return new Lifetime(SecretLife.parse(period));
    }

    @Override
    public String toString() {
        return RollViewModel.words("lifetime." + life);
    }
}
