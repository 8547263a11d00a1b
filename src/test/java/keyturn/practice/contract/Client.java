package keyturn.practice.contract;

import java.util.List;

/** A client library that shares no code with the others. */
interface Client {

    /** Runs the texts of each case in a session of its own; one answer a text. The caller is skipped where a tool is missing. */
    List<List<Answer>> run(Place place, List<Case> cases);

    /** Whether a value is the contract's, as this client writes it. */
    default boolean same(String expected, String seen) {
        return expected.equals(seen);
    }
}
