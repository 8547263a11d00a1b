package keyturn.ui.flow.repair;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
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
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.repair.RepairChoices;
import keyturn.plan.flow.repair.RepairChoices.Restart;
import keyturn.plan.flow.repair.RepairFlow;
import keyturn.plan.flow.repair.RepairOffer;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Typed;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;

/** Takes the provider, the DLL that is registered again, its build, and whether SQL Server is restarted. */
final class RepairViewModel implements PageModel {

    private static final PageId ID = new PageId(RepairFlow.NAME.value());

    private final Draft draft;
    private final Planning planning;
    private final ObservableList<ProviderName> providers = FXCollections.observableArrayList();
    private final ObservableList<String> proposals = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<ProviderName>> provider = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleStringProperty dll = new SimpleStringProperty("");
    private final SimpleStringProperty build = new SimpleStringProperty("");
    private final SimpleBooleanProperty restart = new SimpleBooleanProperty(true);
    private final ObservableValue<Optional<String>> blocked;
    private Optional<Inspection> offeredFor = Optional.empty();
    private boolean offering;

    RepairViewModel(Draft draft, Planning planning) {
        this.draft = draft;
        this.planning = planning;
        blocked = Bindings.createObjectBinding(this::reason, provider, dll, build, restart, planning.latest());
        provider.subscribe(this::offerOf);
        Stream.<ObservableValue<?>>of(dll, build, restart).forEach(field -> field.subscribe(this::answer));
    }

    @Override
    public PageId id() {
        return ID;
    }

    @Override
    public String name() {
        return words("step");
    }

    @Override
    public String help() {
        return words("page.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(words("next")));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return blocked;
    }

    /** What was chosen stands until something else is seen on the server. */
    @Override
    public void entered() {
        if (!offeredFor.equals(draft.inspection().get())) {
            offeredFor = draft.inspection().get();
            offering = true;
            providers.setAll(rows().stream().map(Inspection.Provider::name).toList());
            provider.set(providers.size() == 1 ? Optional.of(providers.getFirst()) : Optional.empty());
            offering = false;
            offerOf();
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

    /** The DLL of the catalog, then the others that lie on the server. */
    ObservableList<String> proposals() {
        return proposals;
    }

    SimpleStringProperty dll() {
        return dll;
    }

    ObservableValue<Optional<String>> dllProblem() {
        return dll.map(text -> Typed.problem(text, DllPath::new));
    }

    /** Blank: nobody knows it. */
    SimpleStringProperty build() {
        return build;
    }

    ObservableValue<Optional<String>> buildProblem() {
        return build.map(text -> Typed.problem(text, FileVersion::parse));
    }

    /** As a step of the plan. */
    SimpleBooleanProperty restart() {
        return restart;
    }

    /** The restart is a step of the plan, and Keyturn has no way to the host. */
    ObservableValue<Boolean> operator() {
        return Bindings.createBooleanBinding(
                () -> restart.get() && isOperator(), restart, draft.target().observable());
    }

    ObservableValue<List<Problem>> problems() {
        return planning.problems();
    }

    ObservableValue<Optional<String>> nothingToDo() {
        return planning.nothingToDo();
    }

    ObservableValue<Optional<Problem>> problem() {
        return planning.problem();
    }

    private boolean isOperator() {
        return draft.target().get().flatMap(Target::host).isEmpty();
    }

    private List<Inspection.Provider> rows() {
        return offeredFor.flatMap(seen -> seen.facts().providers().value()).orElse(List.of());
    }

    private Optional<RepairOffer> offer() {
        return offeredFor.flatMap(seen ->
                provider.get().flatMap(name -> Situation.row(seen, name)).map(row -> new RepairOffer(seen, row)));
    }

    private void offerOf() {
        if (offering) {
            return;
        }
        offering = true;
        proposals.setAll(offer().stream()
                .flatMap(offer -> Stream.concat(
                        Stream.of(offer.provider().dllPath()),
                        offer.others().stream().map(DllPath::value)))
                .toList());
        Optional<DllPath> one = offer().flatMap(RepairOffer::dll);
        dll.set(one.map(DllPath::value).orElse(""));
        build.set(one.flatMap(path -> offer().flatMap(offer -> offer.build(path)))
                .map(FileVersion::toString)
                .orElse(""));
        offering = false;
        answer();
    }

    /** Hands on a valid choice, or takes it back: a plan cannot outlive the choice it was made for. */
    private void answer() {
        boolean here = draft.flow().get().name().equals(RepairFlow.NAME)
                && draft.inspection().get().isPresent();
        if (here && !offering) {
            typed().ifPresentOrElse(planning::choose, planning::drop);
        }
    }

    private Optional<RepairChoices> typed() {
        if (incomplete().isPresent()) {
            return Optional.empty();
        }
        Assurances assurances =
                draft.choices().get().map(before -> before.assurances()).orElse(Assurances.NONE);
        return provider.get()
                .flatMap(name -> Typed.value(dll.get(), DllPath::new)
                        .map(path -> new RepairChoices(
                                name, path, Typed.value(build.get(), FileVersion::parse), when(), assurances)));
    }

    private Restart when() {
        if (!restart.get()) {
            return Restart.LATER;
        }
        return isOperator() ? Restart.BY_OPERATOR : Restart.BY_PLAN;
    }

    private Optional<String> reason() {
        return incomplete().or(planning::mustWait);
    }

    private Optional<String> incomplete() {
        return Stream.of(
                        needs(provider.get().isEmpty(), "provider"),
                        needs(Typed.value(dll.get(), DllPath::new).isEmpty(), "dll"),
                        needs(buildProblem().getValue().isPresent(), "build"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> needs(boolean missing, String key) {
        return missing ? Optional.of(words("needs." + key)) : Optional.empty();
    }

    static String words(String key) {
        return RepairFlow.NAME.words("window." + key).text();
    }
}
