package keyturn.cli.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.plan.flow.FlowName;

/** The command line that plans a repair; the server is still to be named in it. */
final class RepairCommand {

    private static final String PLAIN = "[A-Za-z0-9_./:=-]+";

    private RepairCommand() {}

    static String of(FlowName flow, List<String> words) {
        return Stream.of(
                        Stream.of("keyturn plan", flow.value(), "TARGET"),
                        words.stream().map(RepairCommand::quoted),
                        Stream.of("--out", "PLAN.json"))
                .flatMap(part -> part)
                .collect(Collectors.joining(" "));
    }

    /** For people to read and complete: a name of several words stands in quotes. */
    private static String quoted(String word) {
        return word.matches(PLAIN) ? word : '"' + word + '"';
    }
}
