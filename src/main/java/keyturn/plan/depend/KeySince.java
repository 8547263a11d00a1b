package keyturn.plan.depend;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.Inspection;

/**
 * From when on a key is there.
 *
 * @param byVault the vault says so of its version; else SQL Server had it then at the latest
 */
public record KeySince(Instant at, boolean byVault) {

    /** After which age a key is to be rotated where nobody has said another one. */
    public static final Period USUAL_PERIOD = Period.ofYears(1);

    /** Empty: neither of the two shows it. */
    public static Optional<KeySince> of(AsymmetricKeyName key, Inspection.Facts facts) {
        return VaultMatch.of(key, facts)
                .flatMap(match -> match.version().created())
                .map(at -> new KeySince(at, true))
                .or(() -> registered(key, facts));
    }

    private static Optional<KeySince> registered(AsymmetricKeyName key, Inspection.Facts facts) {
        return facts.around().registrations().value().orElse(List.of()).stream()
                .filter(row -> row.key().equals(key))
                .flatMap(row -> row.since().stream())
                .map(at -> new KeySince(at, false))
                .findFirst();
    }

    /** When it is to be rotated. */
    public Instant due(Period after) {
        return at.atZone(ZoneOffset.UTC).plus(after).toInstant();
    }
}
