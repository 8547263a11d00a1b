package keyturn.practice.tds;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Batches that only give prepared handles back: drivers send them as text, with many calls in one. */
final class Unprepare {

    private static final Pattern CALL = Pattern.compile(
            "\\s*EXEC(?:UTE)?\\s+(?:sys\\.)?sp_unprepare\\s+(?:@handle\\s*=\\s*)?(\\d{1,9})\\s*(?:;|$|(?=\\sEXEC))",
            Pattern.CASE_INSENSITIVE);

    private Unprepare() {}

    /** The handles, or empty if the batch holds anything else. */
    static Optional<IntStream> handles(String batch) {
        Matcher calls = CALL.matcher(batch);
        var found = IntStream.builder();
        int at = 0;
        while (calls.find(at) && calls.start() == at && calls.end() > at) {
            found.add(Integer.parseInt(calls.group(1)));
            at = calls.end();
        }
        return at > 0 && batch.substring(at).isBlank() ? Optional.of(found.build()) : Optional.empty();
    }
}
