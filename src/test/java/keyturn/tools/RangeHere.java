package keyturn.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;

/** A practice range in the process of the tests, which a test then uses as if it ran elsewhere. */
public record RangeHere(Range range, Path ready, Path log) implements ReadyRange {

    /**
     * Takes connections when it returns.
     *
     * @param folder for ready file and log
     * @param faults each as {@code NAME[=VALUE][@WHEN]}
     */
    public static RangeHere start(Path folder, String scenario, String... faults) throws IOException {
        Path ready = folder.resolve("ready.json");
        Path log = folder.resolve("range.log");
        var options = RangeOptions.of(scenario)
                .withFaults(List.of(faults))
                .withReady(ready)
                .withLog(log);
        return new RangeHere(Range.start(options), ready, log);
    }

    @Override
    public void close() {
        range.close();
    }
}
