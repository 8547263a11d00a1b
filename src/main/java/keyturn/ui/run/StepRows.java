package keyturn.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javafx.collections.ModifiableObservableListBase;
import keyturn.plan.step.StepId;
import keyturn.ui.parts.StepLine;

/**
 * The rows of a run. What happens to them is gathered, and they change together: a list lays all its rows out for each change, and
 * of a row that changes twice before anybody sees it only the last state is put into words. On JavaFX's thread only.
 */
final class StepRows extends ModifiableObservableListBase<StepLine> {

    private final List<StepLine> rows = new ArrayList<>();
    private final SortedMap<Integer, UnaryOperator<StepLine>> waiting = new TreeMap<>();

    /** Forgets what was gathered. */
    void begin(List<StepLine> planned) {
        waiting.clear();
        setAll(planned);
    }

    /** @param next how the row stands now, asked for by {@link #settle} unless another follows before that */
    void stands(StepId step, UnaryOperator<StepLine> next) {
        waiting.put(step.number() - 1, next);
    }

    /** Shows what was gathered. */
    void settle() {
        if (waiting.isEmpty()) {
            return;
        }
        beginChange();
        try {
            for (Map.Entry<Integer, UnaryOperator<StepLine>> one : waiting.entrySet()) {
                set(one.getKey(), one.getValue().apply(rows.get(one.getKey())));
            }
        } finally {
            waiting.clear();
            endChange();
        }
    }

    @Override
    public StepLine get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    protected void doAdd(int index, StepLine row) {
        rows.add(index, row);
    }

    @Override
    protected StepLine doSet(int index, StepLine row) {
        return rows.set(index, row);
    }

    @Override
    protected StepLine doRemove(int index) {
        return rows.remove(index);
    }
}
