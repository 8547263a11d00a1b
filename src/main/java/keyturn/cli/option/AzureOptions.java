package keyturn.cli.option;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.Terminal;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.InvalidValue;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.TenantId;
import keyturn.domain.azure.VaultDoor;
import picocli.CommandLine.Option;

/** The doors to Azure on the command line: vaults, and how to sign in to them. */
final class AzureOptions {

    private static final List<String> KINDS =
            List.of("interactive", "device", "cli", "powershell", "secret", "certificate", "managed");

    @Option(names = "--vault", paramLabel = "URI|NAME=URI", descriptionKey = "help.vault")
    List<String> vaults = new ArrayList<>();

    @Option(names = "--azure-auth", paramLabel = "KIND", descriptionKey = "help.azureAuth")
    Optional<String> auth = Optional.empty();

    @Option(names = "--tenant", paramLabel = "ID|DOMAIN", descriptionKey = "help.tenant")
    Optional<String> tenant = Optional.empty();

    @Option(names = "--client-id", paramLabel = "ID", descriptionKey = "help.clientId")
    Optional<String> client = Optional.empty();

    @Option(names = "--secret-file", paramLabel = "FILE", descriptionKey = "help.secretFile")
    Optional<Path> secretFile = Optional.empty();

    @Option(names = "--client-certificate", paramLabel = "PEM|PFX", descriptionKey = "help.clientCertificate")
    Optional<Path> certificate = Optional.empty();

    @Option(names = "--application", paramLabel = "ID", descriptionKey = "help.application")
    Optional<String> application = Optional.empty();

    @Option(names = "--cloud", paramLabel = "public|china|us-government", descriptionKey = "help.cloud")
    Optional<String> cloud = Optional.empty();

    @Option(names = "--azure-login", paramLabel = "URI", descriptionKey = "help.azureLogin")
    Optional<String> login = Optional.empty();

    @Option(names = "--azure-graph", paramLabel = "URI", descriptionKey = "help.azureGraph")
    Optional<String> graph = Optional.empty();

    @Option(names = "--azure-manager", paramLabel = "URI", descriptionKey = "help.azureManager")
    Optional<String> manager = Optional.empty();

    @Option(names = "--azure-trust-certificate", paramLabel = "PEM", descriptionKey = "help.azureTrust")
    Optional<Path> trust = Optional.empty();

    boolean given() {
        return !vaults.isEmpty() || givenMoreThanVaults();
    }

    boolean givenMoreThanVaults() {
        return Stream.of(
                        auth, tenant, client, secretFile, certificate, application, cloud, login, graph, manager, trust)
                .anyMatch(Optional::isPresent);
    }

    /** The same target with the named vaults besides: all by the same sign-in. */
    Target withVaults(Target target) throws Ended {
        if (vaults.isEmpty() || target.azure().isEmpty()) {
            return target;
        }
        AzureDoors doors = target.azure().get();
        List<VaultDoor> all = new ArrayList<>(doors.vaults());
        for (String vault : vaults) {
            all.add(door(vault, doors.cloud()));
        }
        return target.withAzure(new AzureDoors(
                all,
                doors.signIn(),
                doors.tenant(),
                doors.cloud(),
                doors.endpoints(),
                doors.certificate(),
                doors.application()));
    }

    private static VaultDoor door(String vault, Cloud cloud) throws Ended {
        try {
            return VaultDoor.parse(vault, cloud);
        } catch (InvalidValue broken) {
            throw new Ended(Exit.USAGE, broken.problem());
        }
    }

    /**
     * What the options say; asks for the secret where one is needed and no file holds it.
     *
     * @throws keyturn.domain.InvalidValue for a value that breaks its rule
     */
    AzureDoors doors(Terminal terminal) throws Ended {
        Cloud where = cloudNamed();
        List<VaultDoor> doors =
                vaults.stream().map(text -> VaultDoor.parse(text, where)).toList();
        if (trust.isPresent() && !Files.isReadable(trust.get())) {
            throw Ended.usage("file.missing", trust.get());
        }
        return new AzureDoors(
                doors,
                signIn(terminal),
                tenant.map(TenantId::new),
                where,
                new AzureDoors.Endpoints(address(login), address(graph), address(manager)),
                trust,
                application.map(ClientId::read));
    }

    private static Optional<URI> address(Optional<String> text) {
        return text.map(AzureDoors::https);
    }

    private Cloud cloudNamed() throws Ended {
        String name = cloud.orElse("public");
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "public" -> Cloud.PUBLIC;
            case "china" -> Cloud.CHINA;
            case "us-government" -> Cloud.US_GOVERNMENT;
            default -> throw Ended.usage("azure.cloud", name);
        };
    }

    private AzureSignIn signIn(Terminal terminal) throws Ended {
        String kind = auth.orElseThrow(() -> Ended.usage("azure.auth.none", String.join(" ", KINDS)));
        checkFitting(kind);
        return switch (kind) {
            case "interactive" -> new AzureSignIn.Interactive();
            case "device" -> new AzureSignIn.DeviceCode();
            case "cli" -> new AzureSignIn.AzureCli();
            case "powershell" -> new AzureSignIn.AzurePowerShell();
            case "secret" -> new AzureSignIn.ClientSecret(clientId(), secret(terminal));
            case "certificate" -> new AzureSignIn.ClientCertificate(clientId(), certificateFile(), password());
            case "managed" -> new AzureSignIn.ManagedIdentity(client.map(ClientId::read));
            default -> throw Ended.usage("azure.auth.unknown", kind, String.join(" ", KINDS));
        };
    }

    /** What another kind of sign-in would need is not silently dropped. */
    private void checkFitting(String kind) throws Ended {
        boolean own = kind.equals("secret") || kind.equals("certificate");
        if (own && tenant.isEmpty()) {
            throw Ended.usage("azure.tenant.none", kind);
        }
        if (!own && secretFile.isPresent()) {
            throw Ended.usage("azure.notWith", "--secret-file", kind);
        }
        if (!kind.equals("certificate") && certificate.isPresent()) {
            throw Ended.usage("azure.notWith", "--client-certificate", kind);
        }
        if (!own && !kind.equals("managed") && client.isPresent()) {
            throw Ended.usage("azure.notWith", "--client-id", kind);
        }
    }

    private ClientId clientId() throws Ended {
        return ClientId.read(client.orElseThrow(() -> Ended.usage("azure.client.none")));
    }

    private Path certificateFile() throws Ended {
        Path file = certificate.orElseThrow(() -> Ended.usage("azure.certificate.none"));
        if (!Files.isReadable(file)) {
            throw Ended.usage("file.missing", file);
        }
        return file;
    }

    private Optional<Secret> password() throws Ended {
        return secretFile.isPresent() ? Optional.of(PasswordFile.read(secretFile.get())) : Optional.empty();
    }

    private Secret secret(Terminal terminal) throws Ended {
        if (secretFile.isPresent()) {
            return PasswordFile.read(secretFile.get());
        }
        String question = TerminalPage.say("cli.azure.secret.ask", clientId());
        char[] typed = terminal.prompt().password(question).orElseThrow(() -> Ended.usage("azure.secret.nobody"));
        try {
            return Secret.of(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
