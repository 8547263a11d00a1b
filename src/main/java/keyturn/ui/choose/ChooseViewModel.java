package keyturn.ui.choose;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.DllPath;
import keyturn.domain.Inspection;
import keyturn.domain.Inspection.DllFile;
import keyturn.domain.InvalidValue;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.plan.Choices;
import keyturn.plan.PlanOutcome;
import keyturn.plan.Planner;
import keyturn.script.Scripts;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.wizard.PageModel;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** Takes the choice of provider and new DLL, says what is wrong with it, and makes the plan of it. */
public final class ChooseViewModel implements PageModel {

    private final Draft draft;
    private final Background background;
    private final Clock clock;
    private final ObservableList<ProviderName> providers = FXCollections.observableArrayList();
    private final ObservableList<String> proposals = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<ProviderName>> provider = new SimpleObjectProperty<>(Optional.empty());
    private final SimpleStringProperty dll = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<String>> busy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> nothingToDo = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Optional<String>> blocked =
            Bindings.createObjectBinding(this::reason, provider, dll, busy, problems, nothingToDo);
    private Optional<Inspection> offeredFor = Optional.empty();
    private Optional<Job> job = Optional.empty();

    private record Planned(PlanOutcome outcome, Optional<Scripts> scripts) {}

    public ChooseViewModel(Draft draft, Background background, Clock clock) {
        this.draft = draft;
        this.background = background;
        this.clock = clock;
        provider.subscribe(this::offerFiles);
        dll.subscribe(this::answer);
    }

    @Override
    public String name() {
        return Words.of("choose.step");
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
        job.ifPresent(Job::abandon);
        busy.set(Optional.empty());
    }

    @Override
    public void proceed(Runnable onward) {
        if (draft.rendered().get().isPresent()) {
            onward.run();
            return;
        }
        busy.set(Optional.of(Words.of("choose.busy")));
        begin(draft.choices().get().orElseThrow(), onward);
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

    /** The path of the new DLL as typed or taken from the proposals. */
    public SimpleStringProperty dll() {
        return dll;
    }

    /** What is wrong with the path; nothing while it is empty. */
    public ObservableValue<Optional<String>> dllProblem() {
        return dll.map(ChooseViewModel::pathProblem);
    }

    /** The DLL that the chosen provider has now. */
    public ObservableValue<String> currentDll() {
        return provider.map(chosen ->
                chosen.flatMap(this::row).map(Inspection.Provider::dllPath).orElse(""));
    }

    /** Why there is no plan for this choice. */
    public ObservableValue<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    public ObservableValue<Optional<String>> nothingToDo() {
        return nothingToDo.getReadOnlyProperty();
    }

    /** A choice that came later is the one that counts. */
    private void begin(Choices choices, Runnable onward) {
        Inspection inspection = draft.inspection().get().orElseThrow();
        job.ifPresent(Job::abandon);
        job = Optional.of(background.perform(
                () -> plan(inspection, choices), planned -> take(planned, onward), problem -> block(List.of(problem))));
    }

    private Planned plan(Inspection inspection, Choices choices) {
        PlanOutcome outcome = Planner.plan(inspection, choices, clock.instant());
        Optional<Scripts> scripts =
                outcome instanceof PlanOutcome.Ready ready ? Optional.of(Scripts.of(ready.plan())) : Optional.empty();
        return new Planned(outcome, scripts);
    }

    private void take(Planned planned, Runnable onward) {
        busy.set(Optional.empty());
        switch (planned.outcome()) {
            case PlanOutcome.Ready ready -> {
                draft.rendered()
                        .set(new Rendered(ready.plan(), planned.scripts().orElseThrow()));
                onward.run();
            }
            case PlanOutcome.NothingToDo nothing ->
                nothingToDo.set(Optional.of(nothing.why().text()));
            case PlanOutcome.Blocked stopped -> block(stopped.problems());
        }
    }

    private void block(List<Problem> why) {
        busy.set(Optional.empty());
        problems.set(why);
    }

    private void offerProviders() {
        providers.setAll(rows().stream().map(Inspection.Provider::name).toList());
        dll.set("");
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
        answer();
    }

    /**
     * Writes the choice into the draft, or takes it back: a plan cannot outlive the choice it was made for. A valid choice
     * is planned at once, so that its scripts can be read while one still chooses.
     */
    private void answer() {
        problems.set(List.of());
        nothingToDo.set(Optional.empty());
        Optional<DllPath> path = dll.get().isBlank() || pathProblem(dll.get()).isPresent()
                ? Optional.empty()
                : Optional.of(new DllPath(dll.get().strip()));
        if (provider.get().isPresent() && path.isPresent()) {
            Choices choices = new Choices.UpgradeInPlace(provider.get().get(), path.get());
            draft.choices().set(choices);
            if (draft.rendered().get().isEmpty()) {
                begin(choices, () -> {});
            }
        } else {
            job.ifPresent(Job::abandon);
            draft.choices().drop();
        }
    }

    private Optional<String> reason() {
        if (busy.get().isPresent()) {
            return busy.get();
        }
        if (provider.get().isEmpty()) {
            return Optional.of(Words.of("choose.needs.provider"));
        }
        if (dll.get().isBlank()) {
            return Optional.of(Words.of("choose.needs.dll"));
        }
        if (pathProblem(dll.get()).isPresent()) {
            return Optional.of(Words.of("choose.needs.path"));
        }
        if (nothingToDo.get().isPresent()) {
            return Optional.of(Words.of("choose.nothing"));
        }
        return problems.get().isEmpty() ? Optional.empty() : Optional.of(Words.of("choose.blocked"));
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

    private static Optional<String> pathProblem(String text) {
        try {
            if (!text.isBlank()) {
                var ignored = new DllPath(text.strip());
            }
            return Optional.empty();
        } catch (InvalidValue wrong) {
            Problem problem = wrong.problem();
            return Optional.of(problem.summary().text() + " " + problem.next().text());
        }
    }
}
