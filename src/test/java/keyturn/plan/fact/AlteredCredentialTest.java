package keyturn.plan.fact;

import static keyturn.plan.SeenWorld.known;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import keyturn.domain.CredentialName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.KeyUses;
import keyturn.domain.inspection.Keyholding;
import keyturn.plan.SeenAround;
import keyturn.plan.SeenWorld;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a credential was given another secret since the plan was made. */
@BesideOthers
final class AlteredCredentialTest {

    private static final CredentialName CREDENTIAL = new CredentialName("Azure_TDE");
    private static final LocalDateTime WRITTEN = LocalDateTime.parse("2026-10-24T09:30:00.133");
    private static final Instant THEN = Instant.parse("2026-10-24T07:30:00.133Z");

    /** On 25 October 2026 the clocks of Berlin go back by an hour: the same local time is another instant by the server's new offset. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-24T09:30:00.133, 0, No",
        "2026-10-24T09:30:00.133, 60, No",
        "2026-10-25T09:30:00.133, 60, Yes",
        "2026-10-24T09:30:00.137, 0, Yes"
    })
    void isToldByTheTimeThatTheCatalogHas(LocalDateTime now, int shifted, String expected) {
        Instant at = THEN.plus(Duration.between(WRITTEN, now)).plus(Duration.ofMinutes(shifted));
        var condition = new Condition.SecretReplaced(CREDENTIAL, Optional.of(WRITTEN));
        Holds holds = condition.holds(seen(new KeyUses.Altered(
                KeyUses.AlteredKind.CREDENTIAL, CREDENTIAL.value(), at, THEN.minusSeconds(60), now)));
        assertEquals(expected, holds.getClass().getSimpleName());
    }

    private static Inspection seen(KeyUses.Altered altered) {
        Keyholding quiet = SeenAround.quiet().keyholding();
        var holding = new Keyholding(
                quiet.caller(),
                quiet.holders(),
                quiet.names(),
                quiet.changes(),
                new KeyUses(known(List.of()), known(List.of(altered))));
        return new SeenWorld().around(SeenAround.quiet().with(holding)).inspection();
    }
}
