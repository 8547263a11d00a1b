package keyturn.ui.flow.roll;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.CredentialName;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.roll.RestartDay;
import keyturn.plan.flow.roll.RollChoices;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.plan.flow.roll.RollOffer;
import keyturn.ui.asks.Bystander;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Typed;
import keyturn.ui.wizard.CredentialSecret;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;

/** Takes the application, its credentials, where the new secret comes from, and when SQL Server is restarted. */
public final class RollViewModel implements PageModel {

    private static final PageId ID = new PageId("roll-secret");

    private final Draft draft;
    private final Planning planning;
    private final SimpleStringProperty application = new SimpleStringProperty("");
    private final ObservableList<Pick> picks = FXCollections.observableArrayList();
    private final NewSecretForm secret;
    private final Telling telling;
    private final Bystander bystander;
    private final SimpleBooleanProperty presentFails = new SimpleBooleanProperty();
    private final SimpleBooleanProperty oldAtHand = new SimpleBooleanProperty();
    private final SimpleObjectProperty<Optional<Inspection>> offeredFor = new SimpleObjectProperty<>(Optional.empty());
    private final RestartForm restart = new RestartForm(this::against, application, offeredFor);
    private final ObservableList<Closed> closed = FXCollections.observableArrayList();
    /** Counts every change of what was chosen. */
    private final SimpleIntegerProperty changes = new SimpleIntegerProperty();

    private final ObservableValue<Optional<String>> blocked;
    private Optional<Target> offeredAt = Optional.empty();
    private boolean offering;

    RollViewModel(Draft draft, Planning planning, Telling telling, Bystander bystander) {
        this.draft = draft;
        this.planning = planning;
        this.telling = telling;
        this.bystander = bystander;
        secret = new NewSecretForm(new CredentialSecret(draft));
        blocked = Bindings.createObjectBinding(() -> incomplete().or(planning::mustWait), changes, planning.latest());
        Stream.<ObservableValue<?>>of(
                        application,
                        secret.byDirectory(),
                        secret.lifetime(),
                        presentFails,
                        oldAtHand,
                        restart.now(),
                        restart.by())
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

    /** What was typed stands until something else is seen on the server. */
    @Override
    public void entered() {
        if (!offeredFor.get().equals(draft.inspection().get())) {
            offering = true;
            forgetAnotherServer();
            offeredFor.set(draft.inspection().get());
            offer(Applications.of(offeredFor.get().orElseThrow(), draft.target().get()));
            offering = false;
        }
        answer();
    }

    private void forgetAnotherServer() {
        boolean same = offeredAt.equals(draft.target().get())
                && offeredFor
                        .get()
                        .map(Inspection::identity)
                        .equals(draft.inspection().get().map(Inspection::identity));
        if (!same) {
            secret.clear(offered().filter(RollOffer::hasDirectory).isPresent());
            restart.clear();
            oldAtHand.set(false);
        }
        offeredAt = draft.target().get();
    }

    @Override
    public void proceed(Runnable onward) {
        planning.lookAtFiles(onward);
    }

    /** Each credential of the provider. */
    ObservableList<Pick> picks() {
        return picks;
    }

    /** What was typed as the application of this credential is kept; nothing happens where it is no client id. */
    void tell(Pick pick) {
        Typed.value(pick.said().get(), ClientId::read)
                .ifPresent(client -> telling.tell(pick.held().name(), client, this::entered));
    }

    /** Why that could not be kept. */
    ObservableValue<Optional<Problem>> untold() {
        return telling.problem();
    }

    SimpleStringProperty application() {
        return application;
    }

    ObservableValue<Optional<String>> applicationProblem() {
        return application.map(text -> Typed.problem(text, ClientId::read));
    }

    /** What is known of the application that is typed: its name, when its secret expires, what depends on it. */
    ObservableValue<String> applicationSaid() {
        return offeredFor.flatMap(seen ->
                application.map(text -> seen.flatMap(one -> client().map(client -> Applications.said(one, client)))
                        .orElse("")));
    }

    NewSecretForm secret() {
        return secret;
    }

    void type(Secret typed) {
        secret.type(typed, client());
    }

    /** What the owner of the application has made in a practice world; empty elsewhere. */
    ObservableValue<Optional<Secret>> made() {
        return offeredFor.map(seen -> bystander.newSecret());
    }

    /** Whoever runs the plan has typed no secret of this plan yet, or another server is looked at. */
    ObservableValue<Boolean> isSecretForgotten() {
        return draft.secret().observable().map(Optional::isEmpty);
    }

    /** The present secret does not work any more, so no database can be tested before the change. */
    SimpleBooleanProperty presentFails() {
        return presentFails;
    }

    SimpleBooleanProperty oldAtHand() {
        return oldAtHand;
    }

    /** Why this cannot be the last day for a later restart. */
    private Optional<String> against(LocalDate day) {
        return draft.inspection()
                .get()
                .flatMap(seen -> new RestartDay(seen, client())
                        .problems(day)
                        .findFirst()
                        .map(found -> found.reason().text()));
    }

    RestartForm restart() {
        return restart;
    }

    /** Databases that are not open, in the order in which they would be opened. */
    ObservableList<Closed> closed() {
        return closed;
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

    private void offer(Optional<ClientId> proposed) {
        application.set(proposed.map(ClientId::value).orElse(""));
        Optional<RollOffer> offer = offered();
        picks.setAll(offer.map(one -> Applications.picks(one, proposed)).orElse(List.of()));
        presentFails.set(offer.filter(one -> !one.presentWorks()).isPresent());
        closed.setAll(offer.map(RollOffer::waiting).orElse(List.of()).stream()
                .map(Closed::new)
                .toList());
        picks.forEach(pick -> {
            pick.chosen().subscribe(this::answer);
            pick.why().subscribe(this::answer);
        });
        closed.forEach(one -> one.opened().subscribe(this::answer));
    }

    private Optional<RollOffer> offered() {
        return draft.inspection().get().flatMap(seen -> Applications.offer(seen));
    }

    private Optional<ClientId> client() {
        return Typed.value(application.get(), ClientId::read);
    }

    /** Hands on a valid choice, or takes it back: a plan cannot outlive the choice it was made for. */
    private void answer() {
        boolean here = draft.flow().get().name().equals(RollFlow.NAME)
                && draft.inspection().get().isPresent();
        if (here && !offering) {
            changes.set(changes.get() + 1);
            typed().ifPresentOrElse(planning::choose, planning::drop);
        }
    }

    private Optional<RollChoices> typed() {
        return incomplete().isPresent() ? Optional.empty() : offered().map(this::choices);
    }

    private RollChoices choices(RollOffer offer) {
        List<CredentialName> chosen = Pick.chosen(picks);
        return new RollChoices(
                offer.provider(),
                client(),
                chosen,
                Pick.left(picks),
                secret.chosen(),
                !presentFails.get(),
                oldAtHand.get(),
                restart.chosen(),
                offer.databases(chosen),
                closed.stream()
                        .filter(one -> one.opened().get())
                        .map(Closed::name)
                        .toList(),
                draft.choices().get().map(before -> before.assurances()).orElse(Assurances.NONE));
    }

    private Optional<String> incomplete() {
        return Stream.of(
                        needs(client().isEmpty(), "application"),
                        needs(picks.isEmpty(), "none"),
                        needs(Pick.chosen(picks).isEmpty(), "credential"),
                        needs(picks.stream().anyMatch(Pick::isOpen), "reason"),
                        needs(restart.isWrong(), "restartBy"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> needs(boolean missing, String key) {
        return missing ? Optional.of(words("needs." + key)) : Optional.empty();
    }

    static String words(String key) {
        return RollFlow.NAME.words("window." + key).text();
    }
}
