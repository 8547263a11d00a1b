package keyturn.practice.tsql.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that a recursive CTE found in its last round, one list a run. */
final class WorkTable {

    private final List<Result.Output> outputs;
    private boolean used;

    WorkTable(List<Result.Output> outputs) {
        this.outputs = outputs;
    }

    /** The rows of one run. */
    static final class Rows {
        private List<@Nullable Object[]> current = new ArrayList<>();

        void set(List<@Nullable Object[]> rows) {
            current = rows;
        }
    }

    Rows rows(Execution execution) {
        return execution.remembered(this, Rows.class, Rows::new);
    }

    Result read() {
        used = true;
        return new Result(
                outputs,
                (outer, consumer) -> {
                    for (@Nullable Object[] row : rows(outer.execution()).current) {
                        outer.execution().tick();
                        if (!consumer.accept(row)) {
                            return false;
                        }
                    }
                    return true;
                },
                true);
    }

    boolean isUsed() {
        return used;
    }
}
