package keyturn.ui;

import java.util.LinkedHashMap;
import java.util.List;
import keyturn.domain.Target;
import keyturn.inspect.Worlds;
import keyturn.practice.Range;
import keyturn.sql.RangeTargets;

/** Whatever world is asked for, it is this range; anyone who has started it closes it. */
record OneWorld(Range range) implements Worlds {

    @Override
    public List<Scenario> scenarios() {
        return List.of(new Scenario(range.scenario(), "with faults", Worlds.Group.USUAL));
    }

    @Override
    public World copy(String inspection, List<String> faults, Files files) {
        return start("copy", faults, files);
    }

    @Override
    public World start(String scenario, List<String> faults, Files files) {
        return new World() {
            @Override
            public Target target() {
                return RangeTargets.administrator(range);
            }

            @Override
            public String scenario() {
                return range.scenario();
            }

            @Override
            public Offers offers() {
                return new Offers(new LinkedHashMap<>());
            }

            @Override
            public void backUp(List<String> databases) {
                range.backUp(databases);
            }

            @Override
            public void restart() {
                range.restart();
            }

            @Override
            public void awaitClosed() throws InterruptedException {
                range.awaitClose();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
