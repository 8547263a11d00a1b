package keyturn.ui.flow.upgrade;

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
import keyturn.domain.host.HostPath;
import keyturn.domain.host.ProductCode;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.upgrade.FormerDlls;
import keyturn.plan.flow.upgrade.Lane;
import keyturn.plan.flow.upgrade.NewBuild;
import keyturn.plan.flow.upgrade.RollbackFlow;
import keyturn.plan.flow.upgrade.UpgradeChoices;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Typed;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;

/** Takes the provider and the former build: in place by a DLL, or by a stop with an MSI. */
final class RollbackViewModel implements PageModel {

    private static final PageId ID = new PageId(RollbackFlow.NAME.value());

    private final Draft draft;
    private final Planning planning;
    private final ObservableList<ProviderName> providers = FXCollections.observableArrayList();
    private final ObservableList<String> proposals = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<ProviderName>> provider = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleStringProperty dll = new SimpleStringProperty("");
    private final SimpleStringProperty build = new SimpleStringProperty("");
    private final SimpleStringProperty msi = new SimpleStringProperty("");
    private final SimpleStringProperty product = new SimpleStringProperty("");
    private final SimpleBooleanProperty restart = new SimpleBooleanProperty();
    private final ObservableValue<Optional<String>> blocked;
    private Optional<Inspection> offeredFor = Optional.empty();
    private boolean offering;

    RollbackViewModel(Draft draft, Planning planning) {
        this.draft = draft;
        this.planning = planning;
        blocked = Bindings.createObjectBinding(
                this::reason, provider, dll, build, msi, product, restart, planning.latest());
        provider.subscribe(this::offerOf);
        Stream.<ObservableValue<?>>of(dll, build, msi, product, restart)
                .forEach(field -> field.subscribe(this::answer));
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

    /** DLLs on the server that are not known to be newer than the registered one. */
    ObservableList<String> proposals() {
        return proposals;
    }

    SimpleStringProperty dll() {
        return dll;
    }

    ObservableValue<Optional<String>> dllProblem() {
        return dll.map(text -> Typed.problem(text, DllPath::new));
    }

    SimpleStringProperty build() {
        return build;
    }

    ObservableValue<Optional<String>> buildProblem() {
        return build.map(text -> Typed.problem(text, FileVersion::parse));
    }

    /** Blank: the DLL lies on the server, and the provider is pointed at it. */
    SimpleStringProperty msi() {
        return msi;
    }

    ObservableValue<Optional<String>> msiProblem() {
        return msi.map(text -> Typed.problem(text, HostPath::new));
    }

    SimpleStringProperty product() {
        return product;
    }

    ObservableValue<Optional<String>> productProblem() {
        return product.map(text -> Typed.problem(text, ProductCode::new));
    }

    ObservableValue<Boolean> byStop() {
        return msi.map(text -> !text.isBlank());
    }

    /** As a step of a plan in place. */
    SimpleBooleanProperty restart() {
        return restart;
    }

    /** The plan has work on the host, and Keyturn has no way there. */
    ObservableValue<Boolean> operator() {
        return Bindings.createBooleanBinding(
                () -> (restart.get() || !msi.get().isBlank()) && isOperator(),
                restart,
                msi,
                draft.target().observable());
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

    private Optional<Inspection.Provider> row() {
        return offeredFor.flatMap(seen -> provider.get().flatMap(name -> Situation.row(seen, name)));
    }

    private void offerOf() {
        if (offering) {
            return;
        }
        offering = true;
        List<DllPath> former = row().map(row -> new FormerDlls(offeredFor.orElseThrow(), row).all())
                .orElse(List.of());
        proposals.setAll(former.stream().map(DllPath::value).toList());
        dll.set(former.size() == 1 ? former.getFirst().value() : "");
        build.set("");
        offering = false;
        answer();
    }

    /** Hands on a valid choice, or takes it back: a plan cannot outlive the choice it was made for. */
    private void answer() {
        boolean here = draft.flow().get().name().equals(RollbackFlow.NAME)
                && draft.inspection().get().isPresent();
        if (here && !offering) {
            typed().ifPresentOrElse(planning::choose, planning::drop);
        }
    }

    private Optional<UpgradeChoices> typed() {
        Optional<DllPath> path = path();
        if (incomplete().isPresent() || path.isEmpty()) {
            return Optional.empty();
        }
        Assurances assurances =
                draft.choices().get().map(before -> before.assurances()).orElse(Assurances.NONE);
        return Optional.of(
                new UpgradeChoices(provider.get().orElseThrow(), path.get(), said(path.get()), lane(), assurances)
                        .back());
    }

    private Optional<DllPath> path() {
        return byStop().getValue()
                ? row().flatMap(row -> Typed.value(row.dllPath(), DllPath::new))
                : Typed.value(dll.get(), DllPath::new);
    }

    private NewBuild said(DllPath path) {
        return Typed.value(build.get(), FileVersion::parse)
                .or(() -> byStop().getValue()
                        ? Optional.empty()
                        : offeredFor.flatMap(seen -> FormerDlls.onHost(seen, path)))
                .map(NewBuild::stated)
                .orElseGet(() -> byStop().getValue() ? NewBuild.unsaid() : NewBuild.proposed(path));
    }

    private Lane lane() {
        if (byStop().getValue()) {
            return new Lane.Stop(
                    new Lane.Msi(Typed.value(msi.get(), HostPath::new).orElseThrow(), Optional.empty()),
                    Typed.value(product.get(), ProductCode::new),
                    isOperator());
        }
        return restart.get() ? new Lane.InPlace(Optional.empty(), true, isOperator()) : Lane.InPlace.FILE_THERE;
    }

    private Optional<String> reason() {
        return incomplete().or(planning::mustWait);
    }

    private Optional<String> incomplete() {
        return Stream.of(
                        needs(provider.get().isEmpty(), "provider"),
                        needs(msiProblem().getValue().isPresent(), "msi"),
                        needs(productProblem().getValue().isPresent(), "product"),
                        needs(path().isEmpty(), "dll"),
                        needs(buildProblem().getValue().isPresent(), "build"),
                        needs(byStop().getValue() && build.get().isBlank(), "build"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> needs(boolean missing, String key) {
        return missing ? Optional.of(words("needs." + key)) : Optional.empty();
    }

    static String words(String key) {
        return RollbackFlow.NAME.words("window." + key).text();
    }
}
