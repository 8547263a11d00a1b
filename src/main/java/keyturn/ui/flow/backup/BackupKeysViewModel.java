package keyturn.ui.flow.backup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.InvalidValue;
import keyturn.domain.LocalPath;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.KeyName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.backup.BackupKeysChoices;
import keyturn.plan.flow.backup.BackupKeysFlow;
import keyturn.plan.flow.backup.KeySelection;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Typed;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;

/** Takes the choice of keys and folder, and says what is wrong with it. */
public final class BackupKeysViewModel implements PageModel {

    private static final PageId ID = new PageId("backup-keys");

    private final Draft draft;
    private final Planning planning;
    private final ObservableList<ProviderName> providers = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<ProviderName>> provider = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleObjectProperty<WhichKeys> which = new SimpleObjectProperty<>(WhichKeys.NEEDED);
    private final SimpleStringProperty names = new SimpleStringProperty("");
    private final SimpleStringProperty folder = new SimpleStringProperty("");
    private final ObservableValue<Optional<String>> blocked;
    private Optional<Inspection> offeredFor = Optional.empty();

    BackupKeysViewModel(Draft draft, Planning planning) {
        this.draft = draft;
        this.planning = planning;
        blocked = Bindings.createObjectBinding(this::reason, provider, which, names, folder, planning.latest());
        provider.subscribe(this::answer);
        which.subscribe(this::answer);
        names.subscribe(this::answer);
        folder.subscribe(this::answer);
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
        if (offeredFor.equals(draft.inspection().get())) {
            answer();
            return;
        }
        offeredFor = draft.inspection().get();
        providers.setAll(offeredFor.flatMap(seen -> seen.facts().providers().value()).orElse(List.of()).stream()
                .map(Inspection.Provider::name)
                .toList());
        provider.set(providers.size() == 1 ? Optional.of(providers.getFirst()) : Optional.empty());
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

    SimpleObjectProperty<WhichKeys> which() {
        return which;
    }

    /** Names of vault keys, with spaces between them. */
    SimpleStringProperty names() {
        return names;
    }

    ObservableValue<Optional<String>> namesProblem() {
        return names.map(text -> firstWrong(text));
    }

    SimpleStringProperty folder() {
        return folder;
    }

    ObservableValue<Optional<String>> folderProblem() {
        return folder.map(text -> Typed.problem(text, LocalPath::new));
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
        return BackupKeysFlow.NAME.words("window." + key).text();
    }

    private void answer() {
        chosen().ifPresentOrElse(planning::choose, planning::drop);
    }

    private Optional<BackupKeysChoices> chosen() {
        Optional<LocalPath> path = Typed.value(folder.get(), LocalPath::new);
        Optional<KeySelection> keys = keys();
        return provider.get().isPresent() && path.isPresent() && keys.isPresent()
                ? Optional.of(new BackupKeysChoices(provider.get().get(), keys.get(), path.get(), Assurances.NONE))
                : Optional.empty();
    }

    private Optional<KeySelection> keys() {
        return switch (which.get()) {
            case NEEDED -> Optional.of(new KeySelection.Needed());
            case ALL -> Optional.of(new KeySelection.All());
            case NAMED ->
                firstWrong(names.get()).isPresent() || names.get().isBlank()
                        ? Optional.empty()
                        : Optional.of(new KeySelection.Named(
                                words(names.get()).map(KeyName::new).toList()));
        };
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.strip().split("[\\s,;]+")).filter(word -> !word.isEmpty());
    }

    private static Optional<String> firstWrong(String text) {
        return words(text).flatMap(word -> wrong(word).stream()).findFirst();
    }

    private static Optional<String> wrong(String word) {
        try {
            new KeyName(word);
            return Optional.empty();
        } catch (InvalidValue broken) {
            return Optional.of(broken.problem().summary().text());
        }
    }

    private Optional<String> reason() {
        if (provider.get().isEmpty()) {
            return Optional.of(say("needs.provider"));
        }
        if (which.get() == WhichKeys.NAMED && keys().isEmpty()) {
            return Optional.of(say("needs.names"));
        }
        if (folder.get().isBlank()) {
            return Optional.of(say("needs.folder"));
        }
        if (Typed.value(folder.get(), LocalPath::new).isEmpty()) {
            return Optional.of(say("needs.path"));
        }
        return planning.mustWait();
    }
}
