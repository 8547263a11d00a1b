package keyturn.cli.option;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code keyturn plan rotate-key} is told besides its target. */
public final class RotateOptions {

    @Option(names = "--from-key", paramLabel = "NAME", descriptionKey = "help.rotate.fromKey")
    Optional<String> fromKey = Optional.empty();

    @Option(names = "--to-key", paramLabel = "NAME[/VERSION]", descriptionKey = "help.rotate.toKey")
    Optional<String> toKey = Optional.empty();

    @Option(names = "--create", paramLabel = "KIND", descriptionKey = "help.rotate.create")
    public Optional<String> create = Optional.empty();

    @Option(names = "--key-backup", paramLabel = "DIR", descriptionKey = "help.rotate.keyBackup")
    Optional<Path> keyBackup = Optional.empty();

    @Option(names = "--secret", paramLabel = "typed|graph", descriptionKey = "help.rotate.secret")
    Optional<String> secret = Optional.empty();

    @Option(names = "--lifetime", paramLabel = "P365D", descriptionKey = "help.rotate.lifetime")
    Optional<String> lifetime = Optional.empty();

    @Option(names = "--asymmetric-key", paramLabel = "NAME", descriptionKey = "help.rotate.asymmetricKey")
    Optional<String> asymmetricKey = Optional.empty();

    @Option(names = "--login", paramLabel = "NAME", descriptionKey = "help.rotate.login")
    Optional<String> login = Optional.empty();

    @Option(names = "--credential", paramLabel = "NAME", descriptionKey = "help.rotate.credential")
    Optional<String> credential = Optional.empty();

    @Option(names = "--credential-client", paramLabel = "CLIENT-ID", descriptionKey = "help.rotate.application")
    Optional<String> application = Optional.empty();

    @Option(names = "--database", paramLabel = "NAME", arity = "1..*", descriptionKey = "help.rotate.database")
    List<String> databases = List.of();

    @Option(names = "--all-databases", descriptionKey = "help.rotate.allDatabases")
    public boolean allDatabases;

    @Option(names = "--log-backup", paramLabel = "DIR", descriptionKey = "help.rotate.logBackup")
    Optional<String> logBackup = Optional.empty();

    @Option(names = "--full-backup", paramLabel = "DIR", descriptionKey = "help.rotate.fullBackup")
    Optional<String> fullBackup = Optional.empty();

    /** The first that was given; a flow that has no such choices refuses it. */
    public Optional<String> given() {
        return given("--from-key", fromKey)
                .or(() -> given("--to-key", toKey))
                .or(() -> given("--create", create))
                .or(() -> given("--key-backup", keyBackup))
                .or(() -> given("--secret", secret))
                .or(() -> given("--lifetime", lifetime))
                .or(() -> given("--asymmetric-key", asymmetricKey))
                .or(() -> given("--login", login))
                .or(() -> given("--credential", credential))
                .or(() -> given("--credential-client", application))
                .or(() -> given("--database", databases.stream().findFirst()))
                .or(() -> given("--log-backup", logBackup))
                .or(() -> given("--full-backup", fullBackup))
                .or(() -> allDatabases ? Optional.of("--all-databases") : Optional.empty());
    }

    private static Optional<String> given(String option, Optional<?> value) {
        return value.map(unused -> option);
    }
}
