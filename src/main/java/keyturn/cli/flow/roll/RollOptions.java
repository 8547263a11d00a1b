package keyturn.cli.flow.roll;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.cli.Ended;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.Offered;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.roll.RollChoices;
import keyturn.plan.flow.roll.RollFlow;
import picocli.CommandLine.Option;

/** What {@code keyturn plan roll-secret} is told besides its target. */
public final class RollOptions implements FlowOptions {

    static final String GRAPH = "graph";

    @Option(
            names = "--credential-client",
            paramLabel = "CLIENT-ID",
            descriptionKey = "flow.roll-secret.help.application")
    Optional<String> application = Optional.empty();

    @Option(
            names = "--credential",
            paramLabel = "NAME",
            arity = "1..*",
            descriptionKey = "flow.roll-secret.help.credential")
    List<String> credentials = List.of();

    @Option(names = "--leave", paramLabel = "NAME=REASON", arity = "1", descriptionKey = "flow.roll-secret.help.leave")
    List<String> leave = List.of();

    @Option(names = "--new-secret", paramLabel = "typed|graph", descriptionKey = "flow.roll-secret.help.newSecret")
    Optional<String> newSecret = Optional.empty();

    @Option(names = "--lifetime", paramLabel = "P365D", descriptionKey = "flow.roll-secret.help.lifetime")
    Optional<String> lifetime = Optional.empty();

    @Option(names = "--secret-name", paramLabel = "NAME", descriptionKey = "flow.roll-secret.help.secretName")
    Optional<String> secretName = Optional.empty();

    @Option(names = "--old-secret", descriptionKey = "flow.roll-secret.help.oldSecret")
    boolean oldSecret;

    @Option(names = "--secret-expired", descriptionKey = "flow.roll-secret.help.secretExpired")
    boolean secretExpired;

    @Option(names = "--open", paramLabel = "NAME", arity = "1..*", descriptionKey = "flow.roll-secret.help.open")
    List<String> open = List.of();

    @Option(names = "--restart", paramLabel = "now|later", descriptionKey = "flow.roll-secret.help.restart")
    Optional<String> restart = Optional.empty();

    @Option(names = "--restart-by", paramLabel = "2026-12-31", descriptionKey = "flow.roll-secret.help.restartBy")
    Optional<String> restartBy = Optional.empty();

    @Override
    public FlowName name() {
        return RollFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return Stream.of(application, newSecret, lifetime, secretName, restart, restartBy)
                        .allMatch(Optional::isEmpty)
                && Stream.of(credentials, leave, open).allMatch(List::isEmpty)
                && !oldSecret
                && !secretExpired;
    }

    @Override
    public void check() throws Ended {
        new RollChoice(this).check();
    }

    @Override
    public RollChoices choices(Offered offered) throws Ended {
        return new RollChoice(this).of(offered);
    }

    /** All credentials that hold a secret, which in a practice world are of one application; the directory makes the new one. */
    @Override
    public RollChoices tour(Offered offered) throws Ended {
        var told = new RollOptions();
        told.newSecret = Optional.of(GRAPH);
        told.credentials = RollChoice.holding(offered);
        return told.choices(offered);
    }
}
