package keyturn.ui.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import keyturn.plan.step.StepId;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepLine.Mark;
import org.junit.jupiter.api.Test;

final class StepRowsTest {

    private final StepRows rows = new StepRows();

    @Test
    void whatHappensToThousandsOfRowsIsOneChangeAndOfEachRowOnlyTheLastStateIsPutIntoWords() {
        rows.begin(IntStream.rangeClosed(1, 3000).mapToObj(StepRowsTest::row).toList());
        List<Integer> changed = new ArrayList<>();
        rows.addListener((ListChangeListener<StepLine>) change -> {
            while (change.next()) {
                changed.add(change.getAddedSize());
            }
        });
        List<String> worded = new ArrayList<>();
        for (int step = 1; step <= 2000; step++) {
            for (Mark mark : List.of(Mark.NOW, Mark.DONE)) {
                rows.stands(new StepId(step), row -> {
                    worded.add(mark.name());
                    return row.standing(mark, "", "");
                });
            }
        }
        assertEquals(List.of(), changed, "nothing is shown yet");
        rows.settle();
        assertEquals(List.of(2000), changed);
        assertEquals(List.of(Mark.DONE.name()), worded.stream().distinct().toList());
        assertEquals(Optional.of(Mark.DONE), rows.get(1999).mark());
        assertEquals(Optional.empty(), rows.get(2000).mark());
    }

    private static StepLine row(int number) {
        return new StepLine(new StepId(number), "", "", Optional.empty(), List.of(), "", false, OptionalDouble.empty());
    }
}
