package keyturn.practice.contract;

import java.util.List;

/**
 * What a batch brought back, in the contract's words.
 *
 * @param columns the names of the first result's columns
 * @param rows of all results, values parted by {@code " | "}
 * @param errors number, severity, state, line, text
 * @param prints texts of PRINT and of lower severities
 */
record Answer(String columns, List<String> rows, List<String> errors, List<String> prints) {

    Answer {
        rows = List.copyOf(rows);
        errors = List.copyOf(errors);
        prints = List.copyOf(prints);
    }
}
