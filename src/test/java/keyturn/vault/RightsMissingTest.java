package keyturn.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.entra.Failure;
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which refusals of a vault mean that a role is missing, or has not spread yet. */
@BesideOthers
final class RightsMissingTest {

    @ParameterizedTest
    @CsvSource({
        "403, Forbidden, ForbiddenByRbac, RIGHTS_MISSING",
        "403, Forbidden, ForbiddenByPolicy, OTHER",
        "403, Forbidden, ForbiddenByFirewall, OTHER",
        "404, KeyNotFound, '', OTHER"
    })
    void onlyRolesAreWaitedFor(int status, String code, String inner, RefusalKind kind) {
        var problem = new Problem(
                "vault." + status, Message.of("vault.noDoors"), Optional.empty(), Message.of("vault.noDoors"));
        var said = new Failure.Said(status, code, inner, "", Optional.empty(), Optional.empty());
        assertEquals(new Outcome.Refused(problem, kind), VaultOutcomes.of(said, problem));
        Outcome look = kind == RefusalKind.OTHER ? new Outcome.NotSent(problem) : new Outcome.Refused(problem, kind);
        assertEquals(look, VaultOutcomes.ofLook(said, problem));
    }
}
