package keyturn.practice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a range is started with.
 *
 * @param scenario name of a scenario that comes with the program
 * @param faults each as {@code NAME[=VALUE][@WHEN]}
 * @param ready written whole once the range takes connections, deleted when it closes
 * @param log gets a line for each request; stays
 * @param certificates folder for the certificate's PEM file; empty: a temporary one that goes with the range
 */
public record RangeOptions(
        String scenario, List<String> faults, Optional<Path> ready, Optional<Path> log, Optional<Path> certificates) {

    public RangeOptions {
        faults = List.copyOf(faults);
    }

    public static RangeOptions of(String scenario) {
        return new RangeOptions(scenario, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public RangeOptions withFaults(List<String> more) {
        return new RangeOptions(scenario, more, ready, log, certificates);
    }

    public RangeOptions withLog(Path file) {
        return new RangeOptions(scenario, faults, ready, Optional.of(file), certificates);
    }

    public RangeOptions withReady(Path file) {
        return new RangeOptions(scenario, faults, Optional.of(file), log, certificates);
    }
}
