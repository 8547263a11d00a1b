package keyturn.sql;

import java.time.Duration;

/**
 * What a server may cost this machine. Ten thousand databases need a small part of each.
 *
 * @param login from the first byte sent to the end of the sign-in, however slowly the server talks
 * @param look for the answer to one batch that reads
 * @param megabytes of one such answer, as it comes over the network
 * @param results of one answer
 * @param rows of one result, and a few times as many of one answer
 * @param valueLength characters of one text, bytes of one binary value
 */
record SqlLimits(Duration login, Duration look, int megabytes, int results, int rows, int valueLength) {

    static final SqlLimits USUAL =
            new SqlLimits(Duration.ofSeconds(30), Duration.ofMinutes(5), 128, 50_000, 200_000, 1_000_000);

    private static final int RESULTS_FULL_OF_ROWS = 3;

    /** Rows of one answer. */
    int rowsInAll() {
        return rows * RESULTS_FULL_OF_ROWS;
    }
}
