package keyturn.cli.verb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.Terminal;
import keyturn.cli.flow.FlowOptions;
import keyturn.plan.Flows;
import keyturn.plan.flow.FlowName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Unmatched;

/** {@code keyturn plan FLOW …}: one subcommand for each flow; by itself it only says which there are. */
@Command(name = "plan")
public final class PlanVerb extends Verb {

    /** Flows of versions to come, until their parts are there. */
    private static final Set<String> LATER = Set.of("rescue-33111", "emergency-rotate");

    @Unmatched
    List<String> rest = new ArrayList<>();

    private PlanVerb(Terminal terminal) {
        super(terminal);
    }

    /** With the subcommands of all flows. */
    public static CommandLine command(Doors doors, Terminal terminal) {
        var plan = new CommandLine(new PlanVerb(terminal));
        for (FlowOptions options : Flows.parts(FlowOptions.class)) {
            CommandSpec spec = CommandSpec.forAnnotatedObject(new PlanFlowVerb(doors, terminal, options));
            spec.addMixin(options.name().value(), CommandSpec.forAnnotatedObject(options));
            plan.addSubcommand(options.name().value(), new CommandLine(spec));
        }
        return plan;
    }

    /** Help of each flow in its own words; to be called once the words of all verbs are set. */
    public static void word(CommandLine plan) {
        plan.getSubcommands().forEach((name, command) -> {
            var flow = new FlowName(name);
            command.setResourceBundle(new FlowHelp(flow));
            String examples = flow.words("help.examples").text();
            command.getCommandSpec().usageMessage().footer("", examples);
        });
    }

    @Override
    Exit perform() throws Ended {
        String names = names();
        if (rest.isEmpty()) {
            throw Ended.usage("flow.none", names);
        }
        throw unknown(rest.getFirst());
    }

    /** Says of a name that is no flow of this version whether it is to come. */
    static Ended unknown(String name) {
        return Ended.usage(LATER.contains(name) ? "flow.later" : "flow.unknown", name, names());
    }

    private static String names() {
        return Flows.all().stream().map(flow -> flow.name().value()).collect(Collectors.joining(", "));
    }

    /** A flow's own words before those of the command line. */
    private static final class FlowHelp extends ResourceBundle {

        private static final String HEADER = "usage.header";

        private final FlowName flow;
        private final ResourceBundle own;

        FlowHelp(FlowName flow) {
            this.flow = flow;
            own = ResourceBundle.getBundle("keyturn.flow." + flow + ".words", Locale.ROOT);
            setParent(ResourceBundle.getBundle("keyturn.cli.words", Locale.ROOT));
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            if (key.equals(HEADER)) {
                return flow.words("help").text();
            }
            return own.containsKey(key) ? own.getObject(key) : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            Set<String> keys = new TreeSet<>(own.keySet());
            keys.addAll(parent.keySet());
            keys.add(HEADER);
            return Collections.enumeration(keys);
        }
    }
}
