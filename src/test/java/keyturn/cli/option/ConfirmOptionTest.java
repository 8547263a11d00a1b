package keyturn.cli.option;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.ServerMarks.Mark;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.Inspection.ServerIdentity;
import org.junit.jupiter.api.Test;

/** A server counts as production until somebody says otherwise. */
final class ConfirmOptionTest {

    private static ServerIdentity server(boolean practice) {
        return new ServerIdentity(
                "SQL07\\FIN", "16.0.4225.2", "Enterprise Edition", new NodeName("SQL07"), "CORP\\dba", practice);
    }

    private static void check(Mark mark, boolean practice, Optional<String> name) throws Ended {
        var option = new ConfirmOption();
        option.name = name;
        option.check(server(practice), server -> mark);
    }

    private static Exit refusal(Mark mark, boolean practice, Optional<String> name) {
        return assertThrows(Ended.class, () -> check(mark, practice, name)).exit();
    }

    @Test
    void aServerOfWhichNobodyHasSaidAnythingIsNamed() {
        assertEquals(Exit.REFUSED, refusal(Mark.NONE, false, Optional.empty()));
        assertDoesNotThrow(() -> check(Mark.NONE, false, Optional.of("sql07\\fin")));
    }

    @Test
    void aTestServerAndThePracticeRangeNeedNoName() {
        assertDoesNotThrow(() -> check(Mark.TEST, false, Optional.empty()));
        assertDoesNotThrow(() -> check(Mark.NONE, true, Optional.empty()));
        assertEquals(Exit.REFUSED, refusal(Mark.PRODUCTION, true, Optional.empty()));
    }
}
