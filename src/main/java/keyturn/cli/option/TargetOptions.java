package keyturn.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.Place;
import keyturn.cli.Terminal;
import keyturn.cli.page.Paint;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.InvalidValue;
import keyturn.domain.NodeName;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.domain.reach.CertificatePin;
import keyturn.inspect.Worlds.World;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** TARGET on the command line: a server, a running practice range, or a practice world inside this process. */
public final class TargetOptions {

    @Option(names = "--server", paramLabel = "HOST[\\INSTANCE][,PORT]", descriptionKey = "help.server")
    Optional<String> server = Optional.empty();

    @Option(names = "--auth", paramLabel = "sql|integrated|entra", descriptionKey = "help.auth")
    Optional<String> auth = Optional.empty();

    @Option(names = "--user", paramLabel = "LOGIN", descriptionKey = "help.user")
    Optional<String> user = Optional.empty();

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "help.passwordFile")
    Optional<Path> passwordFile = Optional.empty();

    @Option(names = "--trust-certificate", paramLabel = "PEM", descriptionKey = "help.trustCertificate")
    Optional<Path> trustCertificate = Optional.empty();

    @Option(names = "--pinned-certificate", paramLabel = "SHA-256", descriptionKey = "help.pinnedCertificate")
    Optional<String> pinnedCertificate = Optional.empty();

    @Option(names = "--trust-any-certificate", descriptionKey = "help.trustAnyCertificate")
    boolean trustAnyCertificate;

    @Mixin
    AzureOptions azure = new AzureOptions();

    @Mixin
    HostOption host = new HostOption();

    @Option(names = "--range", paramLabel = "READY.json", descriptionKey = "help.range")
    Optional<Path> range = Optional.empty();

    @Option(
            names = "--practice",
            paramLabel = "SCENARIO",
            arity = "0..1",
            fallbackValue = "healthy",
            descriptionKey = "help.practice")
    Optional<String> practice = Optional.empty();

    /** Checks the options and starts the practice world that they may ask for; the caller closes the place. */
    public Place open(Doors doors, Terminal terminal) throws Ended {
        checkCombination();
        if (practice.isPresent()) {
            Place started = practice(doors, practice.get());
            return new Place(host.with(started.target()), started.world());
        }
        Target named = range.isPresent() ? azure.withVaults(RangeFile.read(range.get())) : serverTarget(terminal);
        return new Place(host.with(named), Optional.empty());
    }

    private void checkCombination() throws Ended {
        List<String> chosen = new ArrayList<>();
        server.ifPresent(s -> chosen.add("--server"));
        range.ifPresent(r -> chosen.add("--range"));
        practice.ifPresent(p -> chosen.add("--practice"));
        if (chosen.isEmpty()) {
            throw Ended.usage("target.none");
        }
        if (chosen.size() > 1) {
            throw Ended.usage("target.several", String.join(", ", chosen));
        }
        boolean signsIn = auth.isPresent() || user.isPresent() || passwordFile.isPresent();
        boolean trusts = trustCertificate.isPresent() || pinnedCertificate.isPresent() || trustAnyCertificate;
        boolean more = range.isPresent() ? azure.givenMoreThanVaults() : azure.given();
        if (server.isEmpty() && (signsIn || trusts || more)) {
            throw Ended.usage("target.serverOnly", chosen.getFirst());
        }
    }

    /** No target was named. */
    public boolean isEmpty() {
        return range.isEmpty() && server.isEmpty() && practice.isEmpty() && !azure.given();
    }

    public static Place practice(Doors doors, String scenario) throws Ended {
        try {
            World world = doors.practice().start(scenario, List.of());
            return new Place(world.target(), Optional.of(world));
        } catch (Problem.Raised unknown) {
            throw new Ended(Exit.USAGE, unknown.problem());
        }
    }

    private Target serverTarget(Terminal terminal) throws Ended {
        try {
            ServerAddress address = ServerAddress.parse(server.orElseThrow());
            Target.Tls tls = tls(terminal);
            var node = new Target.Node(new NodeName(address.toString()), address);
            Target.SignIn signIn = signIn(terminal);
            Target target = new Target(List.of(node), signIn, tls);
            return switch (signIn) {
                case Target.Entra entra -> target.withAzure(entra.doors());
                case Target.SqlLogin login -> withAzure(target, terminal);
                case Target.Integrated integrated -> withAzure(target, terminal);
            };
        } catch (InvalidValue broken) {
            throw new Ended(Exit.USAGE, broken.problem());
        }
    }

    private Target withAzure(Target target, Terminal terminal) throws Ended {
        return azure.given() ? target.withAzure(azure.doors(terminal)) : target;
    }

    private Target.Tls tls(Terminal terminal) throws Ended {
        if (Stream.of(trustAnyCertificate, trustCertificate.isPresent(), pinnedCertificate.isPresent())
                        .filter(given -> given)
                        .count()
                > 1) {
            throw Ended.usage("target.bothTrusts");
        }
        if (pinnedCertificate.isPresent()) {
            return new Target.Pinned(CertificatePin.read(plain(pinnedCertificate.get()))
                    .orElseThrow(() -> Ended.usage("target.pin.form", pinnedCertificate.get())));
        }
        if (trustAnyCertificate) {
            terminal.messages().text(Paint.Ink.PLAIN, 0, TerminalPage.say("cli.target.trustAny.warning"));
            return new Target.Unverified();
        }
        if (trustCertificate.isPresent() && !Files.isReadable(trustCertificate.get())) {
            throw Ended.usage("file.missing", trustCertificate.get());
        }
        return new Target.Verified(trustCertificate);
    }

    /** As Windows and the window write a thumbprint, or as digits alone. */
    private static String plain(String thumbprint) {
        return thumbprint.replaceAll("[: ]", "").toLowerCase(Locale.ROOT);
    }

    private Target.SignIn signIn(Terminal terminal) throws Ended {
        String kind = auth.orElseThrow(() -> Ended.usage("target.auth.none"));
        return switch (kind) {
            case "sql" -> new Target.SqlLogin(userName(), password(terminal));
            case "integrated" -> {
                if (user.isPresent() || passwordFile.isPresent()) {
                    throw Ended.usage("target.auth.integratedAlone");
                }
                yield new Target.Integrated();
            }
            case "entra" -> {
                if (user.isPresent() || passwordFile.isPresent()) {
                    throw Ended.usage("target.auth.entraAlone");
                }
                yield new Target.Entra(azure.doors(terminal));
            }
            default -> throw Ended.usage("target.auth.unknown", kind);
        };
    }

    private String userName() throws Ended {
        return user.filter(u -> !u.isBlank()).orElseThrow(() -> Ended.usage("target.user.none"));
    }

    private Secret password(Terminal terminal) throws Ended {
        if (passwordFile.isPresent()) {
            return PasswordFile.read(passwordFile.get());
        }
        String question = TerminalPage.say("cli.target.password.ask", userName(), server.orElseThrow());
        char[] typed = terminal.prompt().password(question).orElseThrow(() -> Ended.usage("target.password.nobody"));
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
