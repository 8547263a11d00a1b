package keyturn.inspect.record;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.inspect.SqlReader;
import org.jspecify.annotations.Nullable;

/**
 * Questions to one server and its answers, with stand-ins.
 *
 * @param productVersion of the server
 * @param edition of the server
 * @param takenAt by this computer's clock
 */
public record Recording(String productVersion, String edition, Instant takenAt, List<Question> questions) {

    /** The column in which a batch names the part that follows. */
    private static final String PART = "keyturn_section";

    public Recording {
        questions = List.copyOf(questions);
    }

    /**
     * One batch.
     *
     * @param answers in order; of an error only its number is kept
     */
    public record Question(String text, List<SqlReader.Result> answers) {
        public Question {
            answers = List.copyOf(answers);
        }
    }

    /** Tables by the part of the inspection that they answer; those of other questions by the names of their columns. */
    public Map<String, SqlReader.Rows> tables() {
        Map<String, SqlReader.Rows> tables = new LinkedHashMap<>();
        for (Question question : questions) {
            Optional<String> part = Optional.empty();
            for (SqlReader.Result answer : question.answers()) {
                if (answer instanceof SqlReader.Rows rows) {
                    Optional<String> named = partNamed(rows);
                    if (named.isEmpty()) {
                        tables.putIfAbsent(part.orElseGet(() -> columns(rows)), rows);
                    }
                    part = named;
                }
            }
        }
        return tables;
    }

    /** The rows of a part; none where it was not asked or not answered. */
    public List<Map<String, @Nullable Object>> rows(String part) {
        return Optional.ofNullable(tables().get(part)).map(SqlReader.Rows::rows).orElse(List.of());
    }

    private static Optional<String> partNamed(SqlReader.Rows rows) {
        return rows.rows().stream().findFirst().map(row -> row.get(PART)).map(Object::toString);
    }

    private static String columns(SqlReader.Rows rows) {
        return String.join(
                ",", rows.columns().stream().map(SqlReader.Column::name).toList());
    }
}
