package keyturn.ui.flow.roll;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.CredentialName;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.SecretLife;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.roll.RollChoices;
import keyturn.plan.flow.roll.RollChoices.NewSecret;
import keyturn.plan.flow.roll.RollChoices.Restart;
import keyturn.plan.flow.roll.RollFlow;
import keyturn.plan.flow.roll.RollOffer;
import keyturn.plan.flow.roll.RollOffer.Held;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Typed;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;

/** Takes the application and its credentials, and where the new secret comes from. */
public final class RollViewModel implements PageModel {

    private static final PageId ID = new PageId("roll-secret");

    private final Draft draft;
    private final Planning planning;
    private final ObservableList<Pick> picks = FXCollections.observableArrayList();
    private final SimpleStringProperty application = new SimpleStringProperty("");
    private final SimpleBooleanProperty directory = new SimpleBooleanProperty(true);
    private final ObservableValue<Optional<String>> blocked;
    private Optional<Inspection> offeredFor = Optional.empty();

    /** A credential, and whether it is chosen. */
    record Pick(Held held, SimpleBooleanProperty chosen) {}

    public RollViewModel(Draft draft, Planning planning) {
        this.draft = draft;
        this.planning = planning;
        blocked = Bindings.createObjectBinding(this::reason, application, planning.latest());
        application.subscribe(this::answer);
        directory.subscribe(this::answer);
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

    @Override
    public void entered() {
        if (!offeredFor.equals(draft.inspection().get())) {
            offeredFor = draft.inspection().get();
            offer();
        }
        answer();
    }

    @Override
    public void proceed(Runnable onward) {
        planning.lookAtFiles(onward);
    }

    ObservableList<Pick> picks() {
        return picks;
    }

    SimpleStringProperty application() {
        return application;
    }

    ObservableValue<Optional<String>> applicationProblem() {
        return application.map(text -> Typed.problem(text, ClientId::new));
    }

    /** The directory makes the secret; else whoever runs the plan types it. */
    SimpleBooleanProperty directory() {
        return directory;
    }

    ObservableValue<List<Problem>> problems() {
        return planning.problems();
    }

    ObservableValue<Optional<String>> nothingToDo() {
        return planning.nothingToDo();
    }

    private void offer() {
        application.set(draft.target()
                .get()
                .flatMap(Target::azure)
                .flatMap(AzureDoors::application)
                .map(ClientId::value)
                .orElse(""));
        picks.setAll(offered().map(RollOffer::credentials).orElse(List.of()).stream()
                .map(held -> new Pick(held, new SimpleBooleanProperty(!held.managed())))
                .toList());
        picks.forEach(pick -> pick.chosen().subscribe(this::answer));
    }

    private Optional<RollOffer> offered() {
        return draft.inspection().get().flatMap(seen -> provider(seen).map(name -> new RollOffer(seen, name)));
    }

    private static Optional<ProviderName> provider(Inspection seen) {
        return seen.facts().providers().value().orElse(List.of()).stream()
                .map(Inspection.Provider::name)
                .findFirst();
    }

    /** Hands on a valid choice, or takes it back: a plan cannot outlive the choice it was made for. */
    private void answer() {
        typed().ifPresentOrElse(planning::choose, planning::drop);
    }

    private Optional<RollChoices> typed() {
        Optional<ClientId> client = Typed.value(application.get(), ClientId::new);
        if (client.isEmpty()) {
            return Optional.empty();
        }
        return offered().map(offer -> choices(offer, client));
    }

    private RollChoices choices(RollOffer offer, Optional<ClientId> client) {
        List<CredentialName> chosen = picks.stream()
                .filter(pick -> pick.chosen().get())
                .map(pick -> pick.held().name())
                .toList();
        return new RollChoices(
                offer.provider(),
                client,
                chosen,
                Map.of(),
                directory.get() ? new NewSecret.ByDirectory(SecretLife.USUAL, Optional.empty()) : new NewSecret.Typed(),
                offer.presentWorks(),
                false,
                new Restart.Later(Optional.empty()),
                offer.databases(chosen),
                List.of(),
                draft.choices().get().map(before -> before.assurances()).orElse(Assurances.NONE));
    }

    private Optional<String> reason() {
        return Typed.value(application.get(), ClientId::new).isEmpty()
                ? Optional.of(words("needs.application"))
                : planning.mustWait();
    }

    static String words(String key) {
        return RollFlow.NAME.words("window." + key).text();
    }
}
