package keyturn.ui.flow.recover;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.recover.NamedVault;
import keyturn.plan.flow.recover.RecoverChoices;
import keyturn.plan.flow.recover.RecoverFlow;
import keyturn.plan.triage.VaultTriage;
import keyturn.plan.triage.VaultTrouble;
import keyturn.ui.files.FolderOfBackups;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Typed;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;

/** Takes what is said of the lost vault and of its comeback, and says what is wrong with it. */
public final class RecoverViewModel implements PageModel {

    private static final PageId ID = new PageId("recover-vault");

    private static final Set<VaultTrouble> STAYS =
            EnumSet.of(VaultTrouble.NONE, VaultTrouble.KEY_GONE, VaultTrouble.SOFT_DELETED);

    private final Draft draft;
    private final Planning planning;
    private final FolderOfBackups backups;
    private final LogLines logs;
    private final HomeForm home = new HomeForm();
    private final ObservableList<ProviderName> providers = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<ProviderName>> provider = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<VaultTriage> found = new SimpleObjectProperty<>(new VaultTriage(List.of()));
    private final SimpleStringProperty lost = new SimpleStringProperty("");
    private final SimpleStringProperty into = new SimpleStringProperty("");
    private final SimpleStringProperty client = new SimpleStringProperty("");
    private final SimpleBooleanProperty secret = new SimpleBooleanProperty(true);
    private final SimpleBooleanProperty restart = new SimpleBooleanProperty();
    private final ObservableValue<Optional<String>> blocked;
    private Optional<Inspection> offeredFor = Optional.empty();

    RecoverViewModel(Draft draft, Planning planning, FolderOfBackups backups, LogLines logs) {
        this.draft = draft;
        this.planning = planning;
        this.backups = backups;
        this.logs = logs;
        List<ObservableValue<?>> typed = Stream.concat(
                        home.all(), Stream.of(provider, lost, into, client, secret, restart, backups.copies()))
                .toList();
        blocked = Bindings.createObjectBinding(
                this::reason,
                Stream.concat(typed.stream(), Stream.of(backups.folder(), planning.latest()))
                        .toArray(Observable[]::new));
        backups.copies().subscribe(copies -> home.fill(copies.orElse(List.of())));
        typed.forEach(field -> field.subscribe(this::answer));
    }

    @Override
    public PageId id() {
        return ID;
    }

    @Override
    public String name() {
        return say("step");
    }

    @Override
    public String help() {
        return say("help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(say("next")));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return blocked;
    }

    @Override
    public void entered() {
        Optional<Inspection> seen = draft.inspection().get();
        if (!offeredFor.equals(seen)) {
            offeredFor = seen;
            providers.setAll(seen.flatMap(look -> look.facts().providers().value()).orElse(List.of()).stream()
                    .map(Inspection.Provider::name)
                    .toList());
            provider.set(providers.size() == 1 ? Optional.of(providers.getFirst()) : Optional.empty());
            found.set(seen.map(VaultTriage::of).orElse(new VaultTriage(List.of())));
            seen.ifPresent(logs::read);
            lost.set(seen.flatMap(look -> provider.get().flatMap(one -> NamedVault.onlyOne(look, one)))
                    .map(VaultAddress::uri)
                    .orElse(""));
            client.set(draft.target()
                    .get()
                    .flatMap(Target::azure)
                    .flatMap(AzureDoors::application)
                    .map(ClientId::value)
                    .orElse(""));
        }
        answer();
    }

    @Override
    public void proceed(Runnable onward) {
        planning.lookAtFiles(onward);
    }

    ObservableList<ProviderName> providers() {
        return providers;
    }

    SimpleObjectProperty<Optional<ProviderName>> provider() {
        return provider;
    }

    FolderOfBackups backups() {
        return backups;
    }

    HomeForm home() {
        return home;
    }

    /** What the triage says of each vault. */
    ObservableValue<VaultTriage> triage() {
        return found;
    }

    /** How long open databases can go on without the vault. */
    ObservableList<String> logs() {
        return logs.lines();
    }

    SimpleStringProperty lost() {
        return lost;
    }

    SimpleStringProperty into() {
        return into;
    }

    SimpleStringProperty client() {
        return client;
    }

    SimpleBooleanProperty secret() {
        return secret;
    }

    SimpleBooleanProperty restart() {
        return restart;
    }

    /** The vault gets another name, so that SQL Server must be restarted. */
    ObservableValue<Boolean> isRenamed() {
        return Bindings.createBooleanBinding(
                () -> Typed.value(into.get(), VaultAddress::parse)
                        .filter(vault ->
                                !Typed.value(lost.get(), VaultAddress::parse).equals(Optional.of(vault)))
                        .isPresent(),
                into,
                lost);
    }

    /** A vault that answers, or comes back from its deletion, is not created. */
    ObservableValue<Boolean> isCreated() {
        return Bindings.createBooleanBinding(
                () -> {
                    Optional<VaultAddress> target = Typed.value(into.get(), VaultAddress::parse)
                            .or(() -> Typed.value(lost.get(), VaultAddress::parse));
                    return found.get().vaults().stream()
                            .filter(one -> target.equals(Optional.of(one.vault().address())))
                            .noneMatch(one -> STAYS.contains(one.trouble()));
                },
                into,
                lost,
                found);
    }

    static ObservableValue<Optional<String>> vaultProblem(SimpleStringProperty field) {
        return field.map(text -> Typed.problem(text, VaultAddress::parse));
    }

    ObservableValue<Optional<String>> clientProblem() {
        return client.map(text -> Typed.problem(text, ClientId::read));
    }

    /** Which keys the folder has backups of. */
    ObservableValue<String> found() {
        return backups.copies()
                .map(copies -> copies.map(RecoverViewModel::named).orElse(""));
    }

    private static String named(List<KeyCopy> copies) {
        String names = copies.stream().map(copy -> copy.name().value()).collect(Collectors.joining(", "));
        return RecoverFlow.NAME.words("window.found", copies.size(), names).text();
    }

    /** Why there is no plan for this choice. */
    ObservableValue<List<Problem>> problems() {
        return planning.problems();
    }

    ObservableValue<Optional<String>> nothingToDo() {
        return planning.nothingToDo();
    }

    ObservableValue<Optional<Problem>> problem() {
        return planning.problem();
    }

    static String say(String key) {
        return RecoverFlow.NAME.words("window." + key).text();
    }

    private void answer() {
        chosen().ifPresentOrElse(planning::choose, planning::drop);
    }

    private Optional<RecoverChoices> chosen() {
        if (wrong().isPresent()) {
            return Optional.empty();
        }
        VaultAddress gone = Typed.value(lost.get(), VaultAddress::parse).orElseThrow();
        return Optional.of(new RecoverChoices(
                provider.get().orElseThrow(),
                gone,
                Typed.value(into.get(), VaultAddress::parse).orElse(gone),
                home.home(),
                backups.copies().getValue().orElse(List.of()),
                Typed.value(client.get(), ClientId::read),
                secret.get(),
                restart.get(),
                Assurances.NONE));
    }

    private Optional<String> reason() {
        return wrong().or(planning::mustWait);
    }

    private Optional<String> wrong() {
        Optional<VaultAddress> gone = Typed.value(lost.get(), VaultAddress::parse);
        boolean other = !into.get().isBlank();
        boolean folder = !backups.folder().get().isBlank();
        return Stream.of(
                        said("provider", provider.get().isEmpty()),
                        said("lost", gone.isEmpty()),
                        said(
                                "vault",
                                other
                                        && Typed.value(into.get(), VaultAddress::parse)
                                                .isEmpty()),
                        said(
                                "folder",
                                folder
                                        && backups.copies()
                                                .getValue()
                                                .orElse(List.of())
                                                .isEmpty()),
                        said("home", home.isWanted() && home.home().isEmpty()),
                        said(
                                "client",
                                Typed.problem(client.get(), ClientId::read).isPresent()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> said(String need, boolean is) {
        return is ? Optional.of(say("needs." + need)) : Optional.empty();
    }
}
