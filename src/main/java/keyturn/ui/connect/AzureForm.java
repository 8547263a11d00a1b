package keyturn.ui.connect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.TenantId;
import keyturn.domain.azure.VaultDoor;
import keyturn.ui.parts.Typed;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.KnownServers;

/** The doors to vault, directory and resource manager, as they are typed; none unless somebody wants them. */
public final class AzureForm {

    private final SimpleBooleanProperty wanted = new SimpleBooleanProperty();
    private final SimpleBooleanProperty signsIn = new SimpleBooleanProperty();
    private final SimpleStringProperty vaults = new SimpleStringProperty("");
    private final SimpleObjectProperty<AzureKind> kind = new SimpleObjectProperty<>(AzureKind.INTERACTIVE);
    private final SimpleStringProperty tenant = new SimpleStringProperty("");
    private final SimpleStringProperty client = new SimpleStringProperty("");
    private final SimpleObjectProperty<Secret> secret = new SimpleObjectProperty<>(Secret.of(new char[0]));
    private final SimpleStringProperty file = new SimpleStringProperty("");
    private final SimpleStringProperty application = new SimpleStringProperty("");
    private final SimpleObjectProperty<CloudChoice> cloud = new SimpleObjectProperty<>(CloudChoice.USUAL);
    private final ObservableValue<Optional<String>> reason = Bindings.createObjectBinding(
            this::reasonNow, wanted, signsIn, vaults, kind, tenant, client, secret, file, application, cloud);

    /** As it was the last time, without what is secret; folded away where there was nothing. */
    void fill(Optional<KnownServers.Vault> known) {
        KnownServers.Vault before = known.orElse(KnownServers.Vault.NONE);
        wanted.set(known.isPresent());
        vaults.set(before.addresses());
        kind.set(AzureKind.named(before.signIn()));
        tenant.set(before.tenant());
        client.set(before.client());
        file.set(before.certificate());
        application.set(before.application());
        cloud.set(CloudChoice.named(before.cloud()));
    }

    /** What of it may be kept; empty: the vault is not looked at. */
    Optional<KnownServers.Vault> known() {
        return Optional.of(wanted.get())
                .filter(asked -> asked)
                .map(asked -> new KnownServers.Vault(
                        vaults.get().strip(),
                        kind.get().name(),
                        tenant.get().strip(),
                        client.get().strip(),
                        application.get().strip(),
                        file.get().strip(),
                        cloud.get().cloud().name()));
    }

    /** What was typed, while {@link #reason} has nothing against it; empty: no vault is looked at. */
    Optional<AzureDoors> doors() {
        return Optional.of(wanted.get())
                .filter(asked -> asked)
                .map(asked -> doors(TypedVaults.doors(vaults.get(), cloud.get().cloud())));
    }

    /** Those whose sign-in SQL Server is to take too; they lead to a vault only where one is to be looked at. */
    AzureDoors signInDoors() {
        return doors().orElseGet(() -> doors(List.of()));
    }

    private AzureDoors doors(List<VaultDoor> to) {
        return new AzureDoors(
                to,
                signIn(),
                Typed.value(tenant.get(), TenantId::new),
                cloud.get().cloud(),
                AzureDoors.Endpoints.OF_CLOUD,
                Optional.empty(),
                kind.get().takesApplication() ? Typed.value(application.get(), ClientId::read) : Optional.empty());
    }

    /** What still keeps it from being used; empty: nothing, or it is not wanted. */
    ObservableValue<Optional<String>> reason() {
        return reason;
    }

    /** What has been typed so far; the secret before it is wiped. */
    void type(Secret typed) {
        Secret before = secret.get();
        secret.set(typed);
        before.close();
    }

    SimpleBooleanProperty wanted() {
        return wanted;
    }

    /** Whether SQL Server is signed in to the same way, so that the way is asked for though no vault is looked at. */
    SimpleBooleanProperty signsIn() {
        return signsIn;
    }

    /** Whether one must sign in to Azure at all. */
    ObservableValue<Boolean> asksSignIn() {
        return wanted.or(signsIn);
    }

    /** Addresses or names of vaults. */
    SimpleStringProperty vaults() {
        return vaults;
    }

    ObservableValue<Optional<String>> vaultsProblem() {
        return Bindings.createObjectBinding(
                () -> TypedVaults.problem(vaults.get(), cloud.get().cloud()), vaults, cloud);
    }

    SimpleObjectProperty<AzureKind> kind() {
        return kind;
    }

    SimpleStringProperty tenant() {
        return tenant;
    }

    ObservableValue<Optional<String>> tenantProblem() {
        return tenant.map(text -> Typed.problem(text, TenantId::new));
    }

    /** Of the application that signs in. */
    SimpleStringProperty client() {
        return client;
    }

    ObservableValue<Optional<String>> clientProblem() {
        return client.map(text -> Typed.problem(text, ClientId::read));
    }

    /** Certificate and private key that the application signs in with. */
    SimpleStringProperty file() {
        return file;
    }

    ObservableValue<Optional<String>> fileProblem() {
        return file.map(TypedPath::problem);
    }

    /** The application that SQL Server signs in as, where it is not the one that signs in here. */
    SimpleStringProperty application() {
        return application;
    }

    ObservableValue<Optional<String>> applicationProblem() {
        return application.map(text -> Typed.problem(text, ClientId::read));
    }

    SimpleObjectProperty<CloudChoice> cloud() {
        return cloud;
    }

    private Optional<String> reasonNow() {
        if (!wanted.get() && !signsIn.get()) {
            return Optional.empty();
        }
        AzureKind now = kind.get();
        List<Optional<String>> reasons = List.of(
                needs(wanted.get() && vaults.get().isBlank(), "vault"),
                needs(now.needsClient() && client.get().isBlank(), "client"),
                needs(now.needsClient() && tenant.get().isBlank(), "tenant"),
                needs(now == AzureKind.SECRET && secret.get().isEmpty(), "secret"),
                needs(now == AzureKind.CERTIFICATE && file.get().isBlank(), "file"),
                Optional.of(Words.of("connect.needs.fields")).filter(words -> anythingWrong()));
        return reasons.stream().flatMap(Optional::stream).findFirst();
    }

    /** A field out of sight holds nobody up. */
    private boolean anythingWrong() {
        AzureKind now = kind.get();
        return Stream.of(
                        wanted.get()
                                ? TypedVaults.problem(vaults.get(), cloud.get().cloud())
                                : Optional.<String>empty(),
                        Typed.problem(tenant.get(), TenantId::new),
                        now.takesClient() ? Typed.problem(client.get(), ClientId::read) : Optional.<String>empty(),
                        now == AzureKind.CERTIFICATE ? TypedPath.problem(file.get()) : Optional.<String>empty(),
                        wanted.get() && now.takesApplication()
                                ? Typed.problem(application.get(), ClientId::read)
                                : Optional.<String>empty())
                .anyMatch(Optional::isPresent);
    }

    private AzureSignIn signIn() {
        return switch (kind.get()) {
            case INTERACTIVE -> new AzureSignIn.Interactive();
            case DEVICE -> new AzureSignIn.DeviceCode();
            case CLI -> new AzureSignIn.AzureCli();
            case POWERSHELL -> new AzureSignIn.AzurePowerShell();
            case SECRET -> new AzureSignIn.ClientSecret(clientNow(), secretNow());
            case CERTIFICATE ->
                new AzureSignIn.ClientCertificate(
                        clientNow(),
                        TypedPath.path(file.get()).orElseThrow(),
                        Optional.of(secretNow()).filter(typed -> !typed.isEmpty()));
            case MANAGED -> new AzureSignIn.ManagedIdentity(Typed.value(client.get(), ClientId::read));
        };
    }

    private ClientId clientNow() {
        return Typed.value(client.get(), ClientId::read).orElseThrow();
    }

    private Secret secretNow() {
        return Secret.of(secret.get().reveal());
    }

    private static Optional<String> needs(boolean missing, String what) {
        return missing ? Optional.of(Words.of("connect.azure.needs." + what)) : Optional.empty();
    }
}
