package keyturn.sql;

import com.microsoft.sqlserver.jdbc.ISQLServerMessage;
import java.sql.SQLException;
import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.door.Outcome;
import keyturn.run.door.RefusalKind;

/** From what SQL Server said of an act, or did not say, to what became of it. */
final class SqlOutcomes {

    private SqlOutcomes() {}

    /** @param errors at least one, in the server's order: the first is the cause */
    static Outcome refused(List<ISQLServerMessage> errors) {
        return new Outcome.Refused(
                SqlProblems.refused(errors, Message.of("sql.act")),
                meaning(errors.getFirst().getErrorNumber()));
    }

    private static RefusalKind meaning(int number) {
        return switch (number) {
            case 1222, 33115, 33116 -> RefusalKind.LOCK_NOT_AVAILABLE;
            case 33122 -> RefusalKind.LOG_BACKUP_MISSING;
            default -> RefusalKind.OTHER;
        };
    }

    /**
     * Whatever ends without the server's answer is unknown, even where it had begun to say why.
     *
     * @param said before that
     * @param open the connection still stands: the driver itself failed
     */
    static Outcome unanswered(SQLException failure, List<ISQLServerMessage> said, boolean open) {
        Problem problem = open ? SqlProblems.driver(failure) : SqlProblems.lost(failure);
        String before = said.stream().map(SqlProblems::written).reduce("", (all, one) -> all + "\n" + one);
        return new Outcome.Unanswered(new Problem(
                problem.code(), problem.summary(), problem.detail().map(detail -> detail + before), problem.next()));
    }
}
