package keyturn.ui.trouble;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.plan.flow.Flow;
import keyturn.trouble.CheckName;
import keyturn.trouble.Knowledge;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckReport;
import keyturn.trouble.check.CheckResult.State;
import keyturn.trouble.check.OfferedRepair;
import keyturn.trouble.guide.Guide;
import keyturn.trouble.guide.Topic;
import keyturn.trouble.look.CheckLook;
import keyturn.trouble.text.Clue;
import keyturn.trouble.text.Explainer;
import keyturn.trouble.text.Explanation;
import keyturn.trouble.text.Verdict;
import keyturn.trouble.words.ClueWords;
import keyturn.ui.desk.Support;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.explain.ProblemCauses;
import keyturn.ui.wizard.Draft;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** Finds the cause of an error: explains a text, and asks the server that is connected which of the causes it is. */
public final class TroubleViewModel implements PageModel {

    /** After these a cause is no longer likely. */
    private static final int CAUSES = 8;

    private static final int CLUES = 4;

    private static final int TOPICS = 3;

    private final Draft draft;
    private final Background background;
    private final CheckRuns checks;
    private final BundleSaving saving;
    private final Consumer<Flow> repair;
    private final Explainer explainer = new Explainer(Knowledge.all());
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Explanation>> explanation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Topic>> topic = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Job> reading = Optional.empty();

    /** @param repair into this flow, on the server that is connected */
    public TroubleViewModel(
            Draft draft, Background background, Checking checking, Support support, Consumer<Flow> repair) {
        this.draft = draft;
        this.background = background;
        this.checks = new CheckRuns(draft, background, checking);
        this.saving = new BundleSaving(support, background);
        this.repair = repair;
        text.subscribe(this::read);
        draft.target().observable().subscribe((before, now) -> another(before));
    }

    @Override
    public PageId id() {
        return PageId.TROUBLE;
    }

    @Override
    public String name() {
        return Words.of("trouble.page");
    }

    @Override
    public String help() {
        return Words.of("trouble.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(new Primary("run-checks", Words.of("trouble.check"), false));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return checks.blocked();
    }

    @Override
    public void entered() {
        checks.settle();
    }

    @Override
    public void left() {
        checks.forget();
        saving.forget();
    }

    /** Runs all checks, and stays. */
    @Override
    public void proceed(Runnable onward) {
        checks.run(Set.of());
    }

    /** Runs these alone; what the others found stays. */
    void check(Set<CheckName> wanted) {
        checks.run(wanted);
    }

    /** What somebody typed or pasted. */
    public StringProperty text() {
        return text;
    }

    /** Explains the problem of a card. */
    public void explain(Problem shown) {
        text.set(ProblemCauses.text(shown));
    }

    /** Empty while there is no text. */
    public ObservableValue<Optional<Explanation>> explanation() {
        return explanation.getReadOnlyProperty();
    }

    /** What the checks found; empty until they ran. */
    public ObservableValue<Optional<CheckReport>> report() {
        return checks.report();
    }

    public ObservableValue<Optional<Problem>> problem() {
        return checks.problem();
    }

    BundleSaving saving() {
        return saving;
    }

    /** What the checks saw of the server that is connected; empty until they ran. */
    Optional<CheckLook.Looked> seen() {
        return checks.seen();
    }

    /** The one question that somebody chose. */
    public ObservableValue<Optional<Topic>> topic() {
        return topic.getReadOnlyProperty();
    }

    /** Answers this question. */
    public void show(Topic chosen) {
        text.set("");
        topic.set(Optional.of(chosen));
    }

    /** The chosen question, or those that the typed words are about. */
    List<Topic> topics() {
        return topic.get()
                .map(List::of)
                .orElseGet(() ->
                        Guide.all().search(text.get()).stream().limit(TOPICS).toList());
    }

    boolean isConnected() {
        return checks.isConnected();
    }

    /** Begins it with what the checks found out. */
    void start(RootCause cause, Flow flow) {
        draft.missingKey().drop();
        report().getValue()
                .flatMap(all -> all.repair(cause))
                .flatMap(OfferedRepair::missing)
                .ifPresent(draft.missingKey()::set);
        repair.accept(flow);
    }

    /** What the checks found, then what the text may mean; what was ruled out stands last. */
    List<CauseRow> rows() {
        Set<RootCause> causes = new LinkedHashSet<>(explained());
        report().getValue().map(CheckReport::causes).ifPresent(causes::addAll);
        return causes.stream()
                .map(cause -> CauseRow.of(Knowledge.all().entry(cause), report().getValue()))
                .sorted(Comparator.comparing(CauseRow::standing))
                .limit(CAUSES)
                .toList();
    }

    /** What a question answers is no error. */
    private List<RootCause> explained() {
        return explanation
                .get()
                .filter(now -> now.verdict() != Verdict.UNKNOWN || topics().isEmpty())
                .map(Explanation::causes)
                .orElse(List.of());
    }

    /** The state of things, as a sentence. */
    String title() {
        Optional<CauseRow> found = rows().stream()
                .filter(row -> row.standing() == CauseRow.Standing.FOUND)
                .findFirst();
        if (found.isPresent() && !mustWait()) {
            return found.get().cause().title().text();
        }
        if (explanation.get().isEmpty()) {
            return topic.get().map(Topic::title).orElseGet(this::untold);
        }
        Explanation now = explanation.get().get();
        return switch (now.verdict()) {
            case CAUSES -> likely();
            case WAIT -> Words.of("trouble.title.wait");
            case NOTHING_WRONG -> Words.of("trouble.title.fine");
            case UNDOCUMENTED -> Words.of("trouble.title.undocumented");
            case UNKNOWN ->
                topics().stream().findFirst().map(Topic::title).orElseGet(() -> Words.of("trouble.title.unknown"));
        };
    }

    /** Of a text: the first that no check has ruled out. */
    private String likely() {
        return rows().stream()
                .filter(row -> row.standing() != CauseRow.Standing.RULED_OUT)
                .findFirst()
                .map(row -> Words.of("trouble.title.likely", row.cause().title().text()))
                .orElseGet(() -> Words.of("trouble.title.ruledOut"));
    }

    /** Without a text. That nothing wrong was found says nothing of what nobody could see. */
    private String untold() {
        return report().getValue().map(TroubleViewModel::nothing).orElseGet(() -> Words.of("trouble.title.empty"));
    }

    private static String nothing(CheckReport now) {
        int unanswered =
                now.in(State.UNKNOWN).size() + now.in(State.NOT_PERMITTED).size();
        return now.results().size() == CheckName.values().length
                ? Words.of("trouble.title.nothing", unanswered)
                : Words.of("trouble.title.nothing.some", now.results().size(), unanswered);
    }

    /** Whose number it is, and which; of an empty page what to do. */
    String lead() {
        Optional<Explanation> now = explanation.get();
        if (now.isEmpty()) {
            if (topic.get().isPresent()) {
                return Words.of("trouble.lead.topic");
            }
            boolean connected = isConnected() && report().getValue().isEmpty();
            return Words.of(connected ? "trouble.lead.connected" : "trouble.lead.empty");
        }
        List<Clue> clues = now.get().found();
        String heads = clues.stream()
                .filter(ClueWords::isNamed)
                .limit(CLUES)
                .map(ClueWords::head)
                .map(Message::text)
                .collect(Collectors.joining(" · "));
        String maker = now.get().maker().isSaid() ? now.get().maker().name() + " · " : "";
        return heads.isEmpty() ? now.get().verdict().told().text() : maker + heads;
    }

    boolean mustWait() {
        return explanation.get().filter(now -> now.verdict() == Verdict.WAIT).isPresent()
                || report().getValue().filter(CheckReport::mustWait).isPresent();
    }

    /** A text of one server says nothing of the next one. */
    private void another(Optional<Target> before) {
        if (before.isPresent()) {
            text.set("");
            topic.set(Optional.empty());
        }
    }

    private void read(String pasted) {
        reading.ifPresent(Job::abandon);
        topic.set(Optional.empty());
        if (pasted.isBlank()) {
            explanation.set(Optional.empty());
            return;
        }
        reading = Optional.of(background.perform(
                () -> explainer.explain(pasted), read -> explanation.set(Optional.of(read)), checks::failed));
    }
}
