package keyturn.practice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a range is started with.
 *
 * @param scenario name of a scenario that comes with the program
 * @param faults each as {@code NAME[=VALUE][@WHEN]}
 * @param ready written whole once the range takes connections, deleted when it closes
 * @param log gets a line for each request; stays
 * @param names that the certificate speaks for beside this machine's own, for clients that insist on a name of the cloud
 * @param certificates folder for the certificate's PEM file; empty: a temporary one that goes with the range
 */
public record RangeOptions(
        String scenario,
        List<String> faults,
        Optional<Path> ready,
        Optional<Path> log,
        List<String> names,
        Optional<Path> certificates) {

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)(\\*\\.)?[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");

    public RangeOptions {
        faults = List.copyOf(faults);
        names = List.copyOf(names);
        names.stream().filter(n -> !NAME.matcher(n).matches()).findFirst().ifPresent(n -> {
            throw new IllegalArgumentException("'" + n + "' is no name of a host.");
        });
    }

    public static RangeOptions of(String scenario) {
        return new RangeOptions(scenario, List.of(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    public RangeOptions withFaults(List<String> more) {
        return new RangeOptions(scenario, more, ready, log, names, certificates);
    }

    public RangeOptions withLog(Path file) {
        return new RangeOptions(scenario, faults, ready, Optional.of(file), names, certificates);
    }

    public RangeOptions withReady(Path file) {
        return new RangeOptions(scenario, faults, Optional.of(file), log, names, certificates);
    }

    public RangeOptions withNames(List<String> more) {
        return new RangeOptions(scenario, faults, ready, log, more, certificates);
    }
}
