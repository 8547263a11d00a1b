package keyturn.inspect.record;

import java.util.List;
import keyturn.inspect.Session;
import keyturn.inspect.SqlReader;

/** Answers as a recording has it. */
record RecordedServer(Recording recording) implements Session, SqlReader {

    @Override
    public SqlReader sql() {
        return this;
    }

    /** @throws AssertionError where the server was never asked this */
    @Override
    public List<Result> read(String batch) {
        return recording.questions().stream()
                .filter(question -> question.text().equals(batch))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the recording: " + batch))
                .answers();
    }

    @Override
    public void close() {}
}
