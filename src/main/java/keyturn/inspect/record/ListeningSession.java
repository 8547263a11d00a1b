package keyturn.inspect.record;

import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.inspect.Session;
import keyturn.inspect.SqlReader;

/** SQL Server alone of a session; keeps with stand-ins what is asked and answered. */
final class ListeningSession implements Session, SqlReader {

    /** Of one answer: enough to see what its rows are like. */
    private static final int ROWS = 1000;

    private final SqlReader server;
    private final StandIns standIns = new StandIns();
    private final List<Recording.Question> questions = new ArrayList<>();

    ListeningSession(SqlReader server) {
        this.server = server;
    }

    @Override
    public SqlReader sql() {
        return this;
    }

    @Override
    public List<Result> read(String batch) throws Problem.Raised {
        List<Result> answers = server.read(batch);
        List<Result> kept = answers.stream()
                .map(ListeningSession::shortened)
                .map(standIns::result)
                .toList();
        questions.add(new Recording.Question(standIns.question(batch), kept));
        return answers;
    }

    private static Result shortened(Result answer) {
        return answer instanceof Rows rows && rows.rows().size() > ROWS
                ? new Rows(rows.columns(), rows.rows().subList(0, ROWS))
                : answer;
    }

    List<Recording.Question> questions() {
        return questions;
    }

    /** The server's session is its owner's. */
    @Override
    public void close() {}
}
