package keyturn.ui.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.SimpleObjectProperty;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.PartId;
import keyturn.tools.Deadline;
import keyturn.tools.ResultTable;
import keyturn.ui.Toolkit;
import keyturn.ui.work.DirectBackground;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * How long JavaFX's pulses take while something is done with the picture of 3,000 databases in each of them, beside pulses in which
 * nothing is done. Prints the 99th of a hundred; the goal is at most 50 ms more than idle. A measurement, so nothing here fails for
 * being slow.
 */
@Tag("bench")
final class PictureBenchmark {

    private static final int DATABASES = Integer.getInteger("keyturn.bench.databases", 3000);
    private static final int PULSES = 200;
    private static final int WARM = 40;

    @Test
    void aPulseOfThePictureAgainstAnIdleOne(TestReporter reporter) throws Exception {
        DependencyGraph graph = DependencyLayoutTest.graph(List.of(DATABASES, 5));
        List<PartId> parts = new ArrayList<>(graph.keysInUse());
        graph.parts().forEach(part -> parts.add(part.id()));
        parts.add(new PartId.DatabasesOf(graph.keysInUse().getFirst()));
        var seen = new SimpleObjectProperty<>(Optional.of(graph));
        DependencyCard card = Toolkit.on(() -> new DependencyCard(
                seen,
                new SimpleObjectProperty<>(new PictureTitle("SQL01", "24 Nov 2026 20:00", false)),
                new PictureFiles(new DirectBackground(), (window, proposed) -> Optional.empty())));
        DrawnCard drawn = Toolkit.on(() -> new DrawnCard(false, 1064, 700, card.node()));
        double idle = p99(pulse -> {});
        double select = p99(pulse -> card.select(Optional.of(parts.get(pulse % parts.size()))));
        double width = p99(pulse -> drawn.scene().getWindow().setWidth(900 + pulse % 300));
        double whole = p99(pulse -> seen.set(pulse % 2 == 0 ? Optional.empty() : Optional.of(graph)));
        Toolkit.on(() -> {
            drawn.close();
            return true;
        });
        System.out.printf(
                "Picture of %d databases, p99 of a pulse: idle %.1f ms, select %.1f ms, width %.1f ms, anew %.1f ms%n",
                DATABASES, idle, select, width, whole);
        reporter.publishEntry(Map.of(
                ResultTable.FIGURE,
                "p99 of a pulse above idle: %.1f ms".formatted(Math.max(select, Math.max(width, whole)) - idle),
                ResultTable.GOAL,
                "at most 50 ms"));
    }

    private static double p99(IntConsumer work) throws Exception {
        List<Long> gaps = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(1);
        Toolkit.on(() -> {
            new Pulses(work, gaps, done).start();
            return true;
        });
        Deadline.await("the pulses have passed", Duration.ofMinutes(3), () -> done.getCount() == 0);
        List<Long> sorted = gaps.subList(WARM, gaps.size()).stream().sorted().toList();
        return sorted.get(sorted.size() * 99 / 100) / 1e6;
    }

    private static final class Pulses extends AnimationTimer {

        private final IntConsumer work;
        private final List<Long> gaps;
        private final CountDownLatch done;
        private long last;

        Pulses(IntConsumer work, List<Long> gaps, CountDownLatch done) {
            this.work = work;
            this.gaps = gaps;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            long at = System.nanoTime();
            if (last != 0) {
                gaps.add(at - last);
            }
            last = at;
            if (gaps.size() >= WARM + PULSES) {
                stop();
                done.countDown();
            } else {
                work.accept(gaps.size());
            }
        }
    }
}
