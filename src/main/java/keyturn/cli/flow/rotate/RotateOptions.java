package keyturn.cli.flow.rotate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.cli.Ended;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.Offered;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.plan.flow.rotate.RotateFlow;
import picocli.CommandLine.Option;

/** What {@code keyturn plan rotate-key} is told besides its target. */
public final class RotateOptions implements FlowOptions {

    /** What every build of the connector takes. */
    private static final String USUAL_KIND = "rsa-2048";

    @Option(names = "--from-key", paramLabel = "NAME", descriptionKey = "flow.rotate-key.help.fromKey")
    Optional<String> fromKey = Optional.empty();

    @Option(names = "--from-login", paramLabel = "NAME", descriptionKey = "flow.rotate-key.help.fromLogin")
    Optional<String> fromLogin = Optional.empty();

    @Option(names = "--to-key", paramLabel = "NAME[/VERSION]", descriptionKey = "flow.rotate-key.help.toKey")
    Optional<String> toKey = Optional.empty();

    @Option(names = "--create", paramLabel = "KIND", descriptionKey = "flow.rotate-key.help.create")
    Optional<String> create = Optional.empty();

    @Option(names = "--key-backup", paramLabel = "DIR", descriptionKey = "flow.rotate-key.help.keyBackup")
    Optional<Path> keyBackup = Optional.empty();

    @Option(names = "--secret", paramLabel = "typed|graph", descriptionKey = "flow.rotate-key.help.secret")
    Optional<String> secret = Optional.empty();

    @Option(names = "--lifetime", paramLabel = "P365D", descriptionKey = "flow.rotate-key.help.lifetime")
    Optional<String> lifetime = Optional.empty();

    @Option(names = "--asymmetric-key", paramLabel = "NAME", descriptionKey = "flow.rotate-key.help.asymmetricKey")
    Optional<String> asymmetricKey = Optional.empty();

    @Option(names = "--login", paramLabel = "NAME", descriptionKey = "flow.rotate-key.help.login")
    Optional<String> login = Optional.empty();

    @Option(names = "--credential", paramLabel = "NAME", descriptionKey = "flow.rotate-key.help.credential")
    Optional<String> credential = Optional.empty();

    @Option(
            names = "--credential-client",
            paramLabel = "CLIENT-ID",
            descriptionKey = "flow.rotate-key.help.application")
    Optional<String> application = Optional.empty();

    @Option(names = "--database", paramLabel = "NAME", arity = "1..*", descriptionKey = "flow.rotate-key.help.database")
    List<String> databases = List.of();

    @Option(names = "--all-databases", descriptionKey = "flow.rotate-key.help.allDatabases")
    boolean allDatabases;

    @Option(names = "--except", paramLabel = "NAME", arity = "1..*", descriptionKey = "flow.rotate-key.help.except")
    List<String> except = List.of();

    @Option(names = "--run-as", paramLabel = "LOGIN", descriptionKey = "flow.rotate-key.help.runAs")
    Optional<String> runAs = Optional.empty();

    @Option(names = "--log-backup", paramLabel = "DIR", descriptionKey = "flow.rotate-key.help.logBackup")
    Optional<String> logBackup = Optional.empty();

    @Option(names = "--full-backup", paramLabel = "DIR", descriptionKey = "flow.rotate-key.help.fullBackup")
    Optional<String> fullBackup = Optional.empty();

    @Override
    public FlowName name() {
        return RotateFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return Stream.of(
                                fromKey,
                                fromLogin,
                                toKey,
                                create,
                                keyBackup,
                                secret,
                                lifetime,
                                asymmetricKey,
                                login,
                                credential,
                                application,
                                runAs,
                                logBackup,
                                fullBackup)
                        .allMatch(Optional::isEmpty)
                && databases.isEmpty()
                && except.isEmpty()
                && !allDatabases;
    }

    @Override
    public void check() throws Ended {
        new RotateChoice(this).check();
    }

    @Override
    public RotateChoices choices(Offered offered) throws Ended {
        return new RotateChoice(this).of(offered);
    }

    /** Makes its key and takes all databases of the old one. */
    @Override
    public RotateChoices tour(Offered offered) throws Ended {
        var told = new RotateOptions();
        told.create = Optional.of(USUAL_KIND);
        told.allDatabases = true;
        return told.choices(offered);
    }
}
