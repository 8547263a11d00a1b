package keyturn.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import keyturn.domain.Problem;

/** Runs host scripts. */
interface Shell {

    /**
     * Runs a script to its end.
     *
     * @param line what it is told, JSON in ASCII
     * @param limit after which it is ended
     */
    Said run(String script, String line, Duration limit);

    /** What came of it. */
    sealed interface Said {}

    /**
     * It answered.
     *
     * @param answer an object with {@code done} or {@code error}
     * @param lines that it wrote before, in order
     */
    record Answered(JsonNode answer, List<String> lines) implements Said {
        public Answered {
            lines = List.copyOf(lines);
        }
    }

    /** It did not begin. */
    record NotBegun(Problem problem) implements Said {}

    /** It began, or may have, and did not answer. */
    record Silent(Problem problem) implements Said {}
}
