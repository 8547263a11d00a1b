package keyturn.ui.runs;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.evidence.runs.Runs.Run;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Words;

/** Every run of this machine, those that need somebody first. */
public final class RunsViewModel implements PageModel {

    private final RunsModel runs;
    private final Runnable home;
    private final SimpleStringProperty search = new SimpleStringProperty("");
    private final SimpleObjectProperty<Optional<RunGroup>> only = new SimpleObjectProperty<>(Optional.empty());

    /** @param home back to the start page */
    public RunsViewModel(RunsModel runs, Runnable home) {
        this.runs = runs;
        this.home = home;
    }

    @Override
    public PageId id() {
        return PageId.RUNS;
    }

    @Override
    public String name() {
        return Words.of("runs.page");
    }

    @Override
    public String help() {
        return Words.of("runs.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(Words.of("runs.close")));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return new ReadOnlyObjectWrapper<>(Optional.<String>empty()).getReadOnlyProperty();
    }

    /** Close is the one way out. */
    @Override
    public boolean canGoBack() {
        return false;
    }

    @Override
    public Optional<Runnable> again() {
        return Optional.of(this::entered);
    }

    @Override
    public void entered() {
        runs.refresh();
    }

    @Override
    public void proceed(Runnable onward) {
        home.run();
    }

    RunsModel runs() {
        return runs;
    }

    ObservableValue<Optional<Problem>> problem() {
        return runs.problem();
    }

    ObservableValue<String> title() {
        return runs.listed().map(now -> Words.of("runs.heading", needYou(now)));
    }

    /** A pending restart needs somebody as well: nobody restarts, or verifies, by itself. */
    private int needYou(RunsModel.Listed listed) {
        return of(RunGroup.NEEDS_YOU, listed).size()
                + of(RunGroup.WAITS, listed).size();
    }

    /** What a run must have in its title, state or name to be shown; letters count in any case. */
    SimpleStringProperty search() {
        return search;
    }

    /** The one group that is shown; empty: all. */
    SimpleObjectProperty<Optional<RunGroup>> only() {
        return only;
    }

    /** Those of a group that are searched for, unless another group alone is shown. */
    List<Run> shown(RunGroup group, RunsModel.Listed listed) {
        boolean hidden = only.get().filter(one -> one != group).isPresent();
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        return hidden
                ? List.of()
                : of(group, listed).stream()
                        .filter(run -> told(run).toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
    }

    private String told(Run run) {
        var shown = new RunShown(run, runs, ZoneOffset.UTC);
        return String.join(" ", shown.title(), shown.word(), shown.state(), run.id());
    }

    /** Those of a group, the newest first. */
    List<Run> of(RunGroup group, RunsModel.Listed listed) {
        return switch (group) {
            case ELSEWHERE -> listed.elsewhere();
            case PRACTISED -> listed.practised();
            case NEEDS_YOU, WAITS, RUNS, OVER, DISMISSED ->
                listed.runs().stream()
                        .filter(run -> RunGroup.of(run, listed.all().isDismissed(run)) == group)
                        .toList();
        };
    }
}
