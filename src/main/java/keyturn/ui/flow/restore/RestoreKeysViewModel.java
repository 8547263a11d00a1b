package keyturn.ui.flow.restore;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.fact.Times;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.restore.DeletedKeyChoice;
import keyturn.plan.flow.restore.RestoreKeysChoices;
import keyturn.plan.flow.restore.RestoreKeysFlow;
import keyturn.plan.flow.restore.RestorePurpose;
import keyturn.run.backup.CheckedBackup;
import keyturn.ui.files.FolderOfBackups;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Typed;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;

/** Takes the choice of backups, vault and purpose, and says what is wrong with it. */
public final class RestoreKeysViewModel implements PageModel {

    private static final PageId ID = new PageId("restore-keys");

    private final Draft draft;
    private final Planning planning;
    private final FolderOfBackups backups;
    private final ObservableList<ProviderName> providers = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<ProviderName>> provider = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<PurposeItem> purpose =
            new SimpleObjectProperty<>(PurposeItem.OFFERED.getFirst());
    private final SimpleStringProperty into = new SimpleStringProperty("");
    private final SimpleBooleanProperty recover = new SimpleBooleanProperty();
    private final ObservableValue<Optional<String>> blocked;
    private Optional<Inspection> offeredFor = Optional.empty();

    RestoreKeysViewModel(Draft draft, Planning planning, FolderOfBackups backups) {
        this.draft = draft;
        this.planning = planning;
        this.backups = backups;
        blocked = Bindings.createObjectBinding(
                this::reason, provider, purpose, into, backups.folder(), backups.copies(), planning.latest());
        provider.subscribe(this::answer);
        purpose.subscribe(this::answer);
        into.subscribe(this::answer);
        recover.subscribe(this::answer);
        backups.copies().subscribe(this::answer);
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
        if (!offeredFor.equals(draft.inspection().get())) {
            offeredFor = draft.inspection().get();
            providers.setAll(offeredFor.flatMap(seen -> seen.facts().providers().value()).orElse(List.of()).stream()
                    .map(Inspection.Provider::name)
                    .toList());
            provider.set(providers.size() == 1 ? Optional.of(providers.getFirst()) : Optional.empty());
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

    /** Which keys the folder has backups of. */
    ObservableValue<String> found() {
        return backups.copies()
                .map(copies -> copies.map(RestoreKeysViewModel::found).orElse(""));
    }

    private static String found(List<KeyCopy> copies) {
        String names = copies.stream().map(copy -> copy.name().value()).collect(Collectors.joining(", "));
        return RestoreKeysFlow.NAME.words("window.found", copies.size(), names).text();
    }

    /** How each backup stands, one line each; that none of them is confirmed as restorable, at the end. */
    ObservableValue<String> checked() {
        return backups.checked().map(RestoreKeysViewModel::checked);
    }

    private static String checked(List<CheckedBackup> checked) {
        Stream<String> each = checked.stream()
                .map(backup -> RestoreKeysFlow.NAME
                        .words(
                                "window.standing." + backup.standing(),
                                backup.about(),
                                backup.takenAt().map(Times::seconds).orElse(""),
                                backup.found().stream()
                                        .findFirst()
                                        .map(Message::text)
                                        .orElse(""))
                        .text());
        Stream<String> end = checked.isEmpty() ? Stream.empty() : Stream.of(say("notProved"));
        return Stream.concat(each, end).collect(Collectors.joining("\n"));
    }

    SimpleObjectProperty<PurposeItem> purpose() {
        return purpose;
    }

    SimpleStringProperty into() {
        return into;
    }

    ObservableValue<Optional<String>> intoProblem() {
        return into.map(text -> Typed.problem(text, VaultAddress::parse));
    }

    SimpleBooleanProperty recover() {
        return recover;
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
        return RestoreKeysFlow.NAME.words("window." + key).text();
    }

    private void answer() {
        chosen().ifPresentOrElse(planning::choose, planning::drop);
    }

    private Optional<RestoreKeysChoices> chosen() {
        List<KeyCopy> copies = backups.copies().getValue().orElse(List.of());
        if (provider.get().isEmpty() || copies.isEmpty() || isIntoWrong()) {
            return Optional.empty();
        }
        RestorePurpose what = purpose.get().purpose();
        return Optional.of(new RestoreKeysChoices(
                provider.get().get(),
                copies,
                Typed.value(into.get(), VaultAddress::parse),
                what,
                recover.get() ? DeletedKeyChoice.RECOVER : DeletedKeyChoice.STOP,
                draft.target()
                        .get()
                        .flatMap(Target::azure)
                        .flatMap(AzureDoors::application)
                        .filter(engine -> !what.isDrill()),
                Assurances.NONE));
    }

    private boolean isIntoWrong() {
        boolean needed = purpose.get().purpose().isDrill();
        boolean typed = !into.get().isBlank();
        return typed ? Typed.value(into.get(), VaultAddress::parse).isEmpty() : needed;
    }

    private Optional<String> reason() {
        if (provider.get().isEmpty()) {
            return Optional.of(say("needs.provider"));
        }
        if (backups.copies().getValue().isEmpty()) {
            return Optional.of(say("needs.folder"));
        }
        if (backups.copies().getValue().get().isEmpty()) {
            return Optional.of(say("needs.backup"));
        }
        if (isIntoWrong()) {
            return Optional.of(say(into.get().isBlank() ? "needs.scratch" : "needs.vault"));
        }
        return planning.mustWait();
    }
}
