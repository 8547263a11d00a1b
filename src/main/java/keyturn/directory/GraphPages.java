package keyturn.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.entra.LimitPassed;
import keyturn.entra.Web;

/** A collection of the directory, which may come in pages. */
record GraphPages(Web web) {

    /** An application has few secrets: more pages than this are a fault. */
    static final int MOST = 20;

    /** What became of the question. */
    sealed interface Read {}

    /** All rows. */
    record Rows(List<JsonNode> all) implements Read {
        Rows {
            all = List.copyOf(all);
        }
    }

    /** The directory said no, to the first page or to a later one. */
    record Refused(Web.Answer answer) implements Read {}

    /** What answered with success is no list of the directory, but a page of something between. */
    record NoList() implements Read {}

    /** @throws RuntimeException if no answer came, or a limit was passed: too many pages, or a next one on another host */
    Read of(String address) {
        List<JsonNode> rows = new ArrayList<>();
        Optional<String> page = Optional.of(address);
        for (int pages = 0; page.isPresent(); pages++) {
            if (pages == MOST) {
                throw LimitPassed.pages(MOST);
            }
            Web.Answer answer = web.get(page.get());
            if (!answer.good()) {
                return new Refused(answer);
            }
            JsonNode body = GraphProblems.tree(answer.body());
            if (!body.path("value").isArray()) {
                return new NoList();
            }
            body.path("value").forEach(rows::add);
            page = GraphReader.text(body, "@odata.nextLink");
        }
        return new Rows(rows);
    }
}
