package keyturn.practice.tsql.query;

import java.util.List;

/**
 * A bound entry of FROM. Its rows hold its own columns only.
 *
 * @param first number of its first column in the query's row
 */
record Source(RowSource rows, int first, int width, List<Exposed> exposed, boolean correlated) {

    int end() {
        return first + width;
    }
}
