package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.microsoft.sqlserver.jdbc.ISQLServerMessage;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.List;
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an error number is known to mean; and that no answer is never a refusal. */
final class SqlOutcomesTest {

    @ParameterizedTest
    @CsvSource({
        "1222, LOCK_NOT_AVAILABLE",
        "33115, LOCK_NOT_AVAILABLE",
        "33116, LOCK_NOT_AVAILABLE",
        "33122, LOG_BACKUP_MISSING",
        "33027, OTHER",
        "33111, OTHER",
        "3013, OTHER"
    })
    void onlyListedNumbersAreKnownToHaveChangedNothing(int number, RefusalKind meaning) {
        var refused = assertInstanceOf(Outcome.Refused.class, SqlOutcomes.refused(List.of(error(number), error(3013))));
        assertEquals(meaning, refused.kind());
        assertEquals("sql." + number, refused.problem().code());
    }

    @Test
    void whatEndsWithoutAnAnswerIsUnansweredEvenWhereTheServerHadBegunToSayWhy() {
        var lost = assertInstanceOf(
                Outcome.Unanswered.class,
                SqlOutcomes.unanswered(new SQLException("reset", "08S01"), List.of(error(33115)), false));
        assertEquals("sql.lost", lost.problem().code());
        assertInstanceOf(Outcome.Unanswered.class, SqlOutcomes.unanswered(new SQLException("odd"), List.of(), true));
    }

    private static ISQLServerMessage error(int number) {
        return (ISQLServerMessage) Proxy.newProxyInstance(
                SqlOutcomesTest.class.getClassLoader(),
                new Class<?>[] {ISQLServerMessage.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getErrorNumber" -> number;
                    case "isErrorMessage" -> true;
                    case "getErrorSeverity", "getErrorState" -> 16;
                    case "getLineNumber" -> 1L;
                    default -> "text";
                });
    }
}
