package keyturn.ui.preflight;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import keyturn.domain.DatabaseName;
import keyturn.domain.Problem;
import keyturn.evidence.csv.CsvLists;
import keyturn.plan.PlanOutcome;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Preflight;
import keyturn.plan.check.TestChecks;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.TestChoice;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.script.GrantScript;
import keyturn.ui.files.Saving;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planned;
import keyturn.ui.wizard.Planning;

/** Shows what was found, takes what a person confirms, and how each database is to be tested. */
public final class PreflightViewModel implements PageModel {

    private final Draft draft;
    private final Planning planning;
    private final Saving saving;
    private final VaultTrial trial;
    private final SincePlan since = new SincePlan();
    private final SimpleObjectProperty<Set<Confirmation>> before = new SimpleObjectProperty<>(Set.of());
    private final ObservableValue<Optional<Planned>> planned;
    private final ObservableValue<Optional<String>> blocked;

    public PreflightViewModel(Draft draft, Planning planning, Saving saving, VaultTrial trial) {
        this.draft = draft;
        this.planning = planning;
        this.saving = saving;
        this.trial = trial;
        planned = planning.latest();
        blocked = planned.map(PreflightViewModel::reason);
    }

    @Override
    public PageId id() {
        return PageId.PREFLIGHT;
    }

    @Override
    public String name() {
        return Words.of("preflight.step");
    }

    @Override
    public String help() {
        return Words.of("preflight.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(Words.of("preflight.next")));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return blocked;
    }

    @Override
    public void entered() {
        before.set(Set.copyOf(chosen().attested()));
    }

    @Override
    public void proceed(Runnable onward) {
        onward.run();
    }

    /** What was ticked when the page came into sight. */
    ObservableValue<Set<Confirmation>> before() {
        return before;
    }

    CheckList checkList(Preflight preflight) {
        return CheckList.of(preflight.findings(), before.get());
    }

    /** What was found; empty while it is being planned. */
    ObservableValue<Optional<Preflight>> preflight() {
        return planned.map(now -> now.map(Planned::preflight));
    }

    /** Whether a restart would succeed; empty while it is being planned. */
    ObservableValue<Optional<Forecast>> forecast() {
        return preflight().map(now -> now.map(Preflight::forecast));
    }

    VaultTrial trial() {
        return trial;
    }

    /** Whether only a trial at the vault, or a test, lets this plan be made. */
    ObservableValue<Boolean> needsTrial() {
        return planning.problems()
                .map(problems -> problems.stream().anyMatch(one -> one.code().equals(TestChecks.NONE)));
    }

    ObservableValue<Optional<Problem>> problem() {
        return planning.problem();
    }

    /** What came of saving, in a sentence. */
    ObservableValue<String> said() {
        return saving.said();
    }

    ObservableValue<String> title() {
        return Bindings.createStringBinding(
                () -> planned.getValue().map(now -> title(now.preflight())).orElse(Words.of("preflight.busy")),
                planned);
    }

    /** Which of these findings an earlier plan of this server, made in this window, did not have. */
    Predicate<Finding> newOnes(Preflight preflight) {
        return draft.inspection()
                .get()
                .map(seen -> since.take(seen, preflight.findings()))
                .orElse(finding -> false);
    }

    /** Whether the host does not exist: its checks are ticked from the start. */
    boolean practice() {
        return draft.inspection()
                .get()
                .filter(seen -> seen.identity().practice())
                .isPresent();
    }

    void confirm(Confirmation one, boolean yes) {
        EnumSet<Confirmation> confirmed = EnumSet.noneOf(Confirmation.class);
        confirmed.addAll(chosen().attested());
        if (yes ? confirmed.add(one) : confirmed.remove(one)) {
            choose(chosen().attesting(confirmed));
        }
    }

    void test(DatabaseName database, TestChoice how) {
        Map<DatabaseName, TestChoice> tests = new HashMap<>(chosen().tests());
        tests.put(database, how);
        choose(chosen().testing(tests));
    }

    /** The T-SQL by which an operator gives this login what the plan needs; empty where nothing is missing. */
    static Optional<String> grants(Preflight preflight, String login) {
        return preflight.missing().isEmpty()
                ? Optional.empty()
                : Optional.of(GrantScript.of(login, preflight.missing()));
    }

    /** The login as the server names it. */
    String login() {
        return draft.inspection().get().map(seen -> seen.identity().loginName()).orElse("");
    }

    void saveFindings(Window owner) {
        save(owner, "keyturn-preflight.csv", preflight -> CsvLists.findings(preflight.findings()));
    }

    void saveCover(Window owner) {
        save(owner, "keyturn-covered.csv", preflight -> CsvLists.covered(preflight.covered()));
    }

    void saveGrants(Window owner, String script) {
        saving.ask(owner, "keyturn-grants.sql", () -> script);
    }

    private void save(Window owner, String name, java.util.function.Function<Preflight, String> text) {
        planned.getValue().ifPresent(now -> {
            Supplier<String> written = () -> text.apply(now.preflight());
            saving.ask(owner, name, written);
        });
    }

    private Assurances chosen() {
        return draft.choices().get().map(Choices::assurances).orElse(Assurances.NONE);
    }

    /** The choice that stands, with these in place of its own. */
    private void choose(Assurances others) {
        draft.choices().get().ifPresent(choices -> planning.choose(choices.with(others)));
    }

    private static String title(Preflight preflight) {
        CheckList list = CheckList.of(preflight.findings(), Set.of());
        int blocks = list.blocking();
        int looks = list.toLookAt();
        return blocks > 0
                ? Words.of("preflight.title.blocked", blocks)
                : switch (preflight.forecast().server()) {
                    case RestartAnswer.Fails fails -> Words.of("preflight.title.fails", looks);
                    case RestartAnswer.Opens opens -> Words.of("preflight.title", looks);
                    case RestartAnswer.Uncertain uncertain -> Words.of("preflight.title", looks);
                };
    }

    private static Optional<String> reason(Optional<Planned> planned) {
        if (planned.isEmpty()) {
            return Optional.of(Words.of("preflight.busy"));
        }
        return planned.get().outcome() instanceof PlanOutcome.Ready
                ? Optional.empty()
                : Optional.of(Words.of("preflight.blocked"));
    }
}
