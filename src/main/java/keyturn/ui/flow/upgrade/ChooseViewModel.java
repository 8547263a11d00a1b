package keyturn.ui.flow.upgrade;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.DllFile;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Typed;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;

/** Takes the choice of provider, new DLL and its build, and says what is wrong with it. */
public final class ChooseViewModel implements PageModel {

    private static final PageId ID = new PageId("upgrade");

    private final Draft draft;
    private final Planning planning;
    private final ObservableList<ProviderName> providers = FXCollections.observableArrayList();
    private final ObservableList<String> proposals = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<ProviderName>> provider = new SimpleObjectProperty<>(Optional.empty());
    private final LaneForm lane = new LaneForm();
    private final SimpleStringProperty dll = new SimpleStringProperty("");
    private final SimpleStringProperty build = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<String>> busy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Optional<String>> blocked;
    private Optional<Inspection> offeredFor = Optional.empty();

    public ChooseViewModel(Draft draft, Planning planning) {
        this.draft = draft;
        this.planning = planning;
        blocked = Bindings.createObjectBinding(
                this::reason, provider, dll, build, busy, planning.latest(), lane.changed());
        provider.subscribe(this::offerFiles);
        dll.subscribe(this::answer);
        build.subscribe(this::answer);
        lane.changed().subscribe(this::answer);
        planning.problem().subscribe(() -> busy.set(Optional.empty()));
    }

    @Override
    public PageId id() {
        return ID;
    }

    @Override
    public String name() {
        return Words.of("choose.step");
    }

    @Override
    public String help() {
        return UpgradeWords.of("choose.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(Words.of("choose.next")));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return blocked;
    }

    @Override
    public void entered() {
        if (!offeredFor.equals(draft.inspection().get())) {
            offeredFor = draft.inspection().get();
            offerProviders();
        } else {
            answer();
        }
    }

    @Override
    public void left() {
        busy.set(Optional.empty());
    }

    /** The files are looked at by name before the preflight is shown. */
    @Override
    public void proceed(Runnable onward) {
        busy.set(Optional.of(UpgradeWords.of("choose.busy")));
        planning.lookAtFiles(onward);
    }

    public ObservableList<ProviderName> providers() {
        return providers;
    }

    public SimpleObjectProperty<Optional<ProviderName>> provider() {
        return provider;
    }

    /** The connector DLLs that lie on the server, without the one in use. */
    public ObservableList<String> proposals() {
        return proposals;
    }

    /** By which lane. */
    LaneForm lane() {
        return lane;
    }

    /** The chosen lane has work on the host, and Keyturn has no way there. */
    ObservableValue<Boolean> operator() {
        return lane.changed().map(any -> isOperator() && lane.worksOnHost());
    }

    private boolean isOperator() {
        return draft.target().get().flatMap(Target::host).isEmpty();
    }

    /** The path of the new DLL as typed or taken from the proposals. */
    public SimpleStringProperty dll() {
        return dll;
    }

    /** The new DLL's build as typed; empty: as its folder's name says. */
    public SimpleStringProperty build() {
        return build;
    }

    /** What is wrong with the path; nothing while it is empty. */
    public ObservableValue<Optional<String>> dllProblem() {
        return dll.map(text -> Typed.problem(text, DllPath::new));
    }

    public ObservableValue<Optional<String>> buildProblem() {
        return build.map(text -> Typed.problem(text, FileVersion::parse));
    }

    /** Which build the plan will take, and who says so. */
    public ObservableValue<String> buildSaid() {
        return Bindings.createStringBinding(this::buildSaidNow, dll, build, provider, lane.changed());
    }

    /** The DLL that the chosen provider has now. */
    public ObservableValue<String> currentDll() {
        return provider.map(chosen ->
                chosen.flatMap(this::row).map(Inspection.Provider::dllPath).orElse(""));
    }

    /** Why there is no plan for this choice. */
    public ObservableValue<List<Problem>> problems() {
        return planning.problems();
    }

    /** Why nothing is to be done for this choice. */
    public ObservableValue<Optional<String>> nothingToDo() {
        return planning.nothingToDo();
    }

    /** Why the files could not be looked at. */
    public ObservableValue<Optional<Problem>> problem() {
        return planning.problem();
    }

    private void offerProviders() {
        providers.setAll(rows().stream().map(Inspection.Provider::name).toList());
        dll.set("");
        build.set("");
        provider.set(providers.size() == 1 ? Optional.of(providers.getFirst()) : Optional.empty());
        offerFiles();
    }

    private void offerFiles() {
        String inUse = provider.get()
                .flatMap(this::row)
                .map(Inspection.Provider::dllPath)
                .orElse("");
        List<DllFile> lying = draft.inspection()
                .get()
                .flatMap(seen -> seen.facts().dllFiles().value())
                .orElse(List.of());
        List<String> offered = lying.stream()
                .map(file -> file.path().value())
                .filter(path -> !path.equalsIgnoreCase(inUse))
                .toList();
        proposals.setAll(offered);
        dll.set(offered.size() == 1 ? offered.getFirst() : "");
        lane.offer(draft.inspection().get(), provider.get().flatMap(this::row), offered.size() == 1);
        answer();
    }

    /** Hands on a valid choice, or takes it back: a plan cannot outlive the choice it was made for. */
    private void answer() {
        Optional<UpgradeChoices> typed = typed();
        typed.ifPresentOrElse(planning::choose, planning::drop);
    }

    /** What was confirmed and chosen on the next page belongs to this DLL and stays as long as it does. */
    private Optional<UpgradeChoices> typed() {
        Optional<DllPath> path = path();
        if (provider.get().isEmpty() || path.isEmpty() || incomplete().isPresent()) {
            return Optional.empty();
        }
        NewBuild said = build(path.get());
        var bare = new UpgradeChoices(provider.get().get(), path.get(), said, lane.chosen(isOperator()), assured());
        return draft.choices()
                .get()
                .map(before -> bare.with(before.assurances()))
                .filter(same -> draft.choices().get().equals(Optional.of(same)))
                .or(() -> Optional.of(bare));
    }

    /** By a stop the file is replaced where the catalog has it. */
    private Optional<DllPath> path() {
        return Typed.value(lane.stop().get() ? currentDll().getValue() : dll.get(), DllPath::new);
    }

    /** The practice range has no host that somebody could look at. */
    private Assurances assured() {
        boolean practice = draft.inspection()
                .get()
                .filter(seen -> seen.identity().practice())
                .isPresent();
        return practice ? Assurances.NONE.attesting(Set.copyOf(lane.asked())) : Assurances.NONE;
    }

    private NewBuild build(DllPath path) {
        return lane.build(build.get(), path);
    }

    private String buildSaidNow() {
        Optional<DllPath> path = path();
        if (path.isEmpty() || Typed.problem(build.get(), FileVersion::parse).isPresent()) {
            return "";
        }
        NewBuild said = build(path.get());
        return UpgradeWords.of(
                "choose.build." + said.source(),
                said.version().map(FileVersion::toString).orElse(""));
    }

    private Optional<String> reason() {
        if (busy.get().isPresent()) {
            return busy.get();
        }
        return incomplete().map(UpgradeWords::of).or(planning::mustWait);
    }

    /** As a key of the page's words. */
    private Optional<String> incomplete() {
        if (provider.get().isEmpty()) {
            return Optional.of("choose.needs.provider");
        }
        if (!lane.stop().get() && dll.get().isBlank()) {
            return Optional.of("choose.needs.dll");
        }
        if (path().isEmpty()) {
            return Optional.of("choose.needs.path");
        }
        if (Typed.problem(build.get(), FileVersion::parse).isPresent()) {
            return Optional.of("choose.needs.build");
        }
        return lane.missing(build.get());
    }

    private List<Inspection.Provider> rows() {
        return draft.inspection()
                .get()
                .flatMap(seen -> seen.facts().providers().value())
                .orElse(List.of());
    }

    private Optional<Inspection.Provider> row(ProviderName name) {
        return rows().stream().filter(row -> row.name().equals(name)).findFirst();
    }
}
