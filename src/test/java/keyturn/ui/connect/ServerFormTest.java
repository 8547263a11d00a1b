package keyturn.ui.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import keyturn.tools.BesideOthers;
import keyturn.ui.wizard.ServerLabel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the list of servers keeps of a sign-in is what it proposes the next time. */
@BesideOthers
final class ServerFormTest {

    @ParameterizedTest
    @EnumSource
    void theWayToSignInIsProposedAgain(SignInKind kind) {
        var form = new ServerForm();
        form.server().set("SQL01");
        form.kind().set(kind);
        form.user().set("sa");
        var again = new ServerForm();
        again.fill(form.known("SQL01", Instant.EPOCH, Optional.empty(), Optional.empty(), ServerLabel.NONE));
        assertEquals(kind, again.kind().get());
    }
}
