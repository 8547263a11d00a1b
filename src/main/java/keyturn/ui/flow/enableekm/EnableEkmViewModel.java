package keyturn.ui.flow.enableekm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.CredentialName;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.enableekm.EnableEkmChoices;
import keyturn.plan.flow.enableekm.EnableEkmChoices.FirstKey;
import keyturn.plan.flow.enableekm.EnableEkmChoices.OwnCredential;
import keyturn.plan.flow.enableekm.EnableEkmFlow;
import keyturn.plan.flow.enableekm.EnableEkmOffer;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Typed;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;

/** Takes provider and DLL, the credential of the login that runs the plan, and the first key. */
final class EnableEkmViewModel implements PageModel {

    private static final PageId ID = new PageId(EnableEkmFlow.NAME.value());

    private final Draft draft;
    private final Planning planning;
    private final SimpleStringProperty provider = new SimpleStringProperty("");
    private final SimpleStringProperty dll = new SimpleStringProperty("");
    private final SimpleBooleanProperty withOwn = new SimpleBooleanProperty();
    private final SimpleStringProperty own = new SimpleStringProperty("");
    private final SimpleStringProperty identity = new SimpleStringProperty("");
    private final SimpleStringProperty application = new SimpleStringProperty("");
    private final SimpleStringProperty vaultKey = new SimpleStringProperty("");
    /** Counts every change of what was chosen. */
    private final SimpleIntegerProperty changes = new SimpleIntegerProperty();

    private final ObservableValue<Optional<String>> blocked;
    private Optional<Inspection> offeredFor = Optional.empty();
    private boolean offering;

    EnableEkmViewModel(Draft draft, Planning planning) {
        this.draft = draft;
        this.planning = planning;
        blocked = Bindings.createObjectBinding(this::reason, changes, planning.latest());
        Stream.<ObservableValue<?>>of(provider, dll, withOwn, own, identity, application, vaultKey)
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
        if (!offeredFor.equals(draft.inspection().get())) {
            offeredFor = draft.inspection().get();
            offering = true;
            offeredFor.ifPresent(this::offer);
            offering = false;
        }
        answer();
    }

    @Override
    public void proceed(Runnable onward) {
        planning.lookAtFiles(onward);
    }

    SimpleStringProperty provider() {
        return provider;
    }

    SimpleStringProperty dll() {
        return dll;
    }

    ObservableValue<Optional<String>> dllProblem() {
        return dll.map(text -> Typed.problem(text, DllPath::new));
    }

    /** The login that runs the plan gets a credential. */
    SimpleBooleanProperty withOwn() {
        return withOwn;
    }

    SimpleStringProperty own() {
        return own;
    }

    SimpleStringProperty identity() {
        return identity;
    }

    SimpleStringProperty application() {
        return application;
    }

    ObservableValue<Optional<String>> applicationProblem() {
        return application.map(text -> Typed.problem(text, ClientId::read));
    }

    /** Of the key that is opened at once; blank: none. */
    SimpleStringProperty vaultKey() {
        return vaultKey;
    }

    ObservableValue<Optional<String>> vaultKeyProblem() {
        return vaultKey.map(text -> Typed.problem(text, KeyReference::parse));
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

    private void offer(Inspection seen) {
        var offer = new EnableEkmOffer(seen);
        provider.set(offer.provider().value());
        dll.set(offer.dll().value());
        own.set(offer.ownCredential().value());
        List<String> vaults =
                offer.vaults(seen.facts().azure().map(AzureSight::vaults).orElse(List.of()));
        identity.set(vaults.size() == 1 ? vaults.getFirst() : "");
        application.set(draft.target()
                .get()
                .flatMap(Target::azure)
                .flatMap(AzureDoors::application)
                .map(ClientId::value)
                .orElse(""));
        vaultKey.set("");
        withOwn.set(seen.facts()
                .around()
                .keyholding()
                .caller()
                .value()
                .map(Caller::credentials)
                .filter(List::isEmpty)
                .isPresent());
    }

    /** Hands on a valid choice, or takes it back: a plan cannot outlive the choice it was made for. */
    private void answer() {
        boolean here = draft.flow().get().name().equals(EnableEkmFlow.NAME)
                && draft.inspection().get().isPresent();
        if (here && !offering) {
            changes.set(changes.get() + 1);
            typed().ifPresentOrElse(planning::choose, planning::drop);
        }
    }

    private Optional<EnableEkmChoices> typed() {
        return incomplete().isPresent() ? Optional.empty() : offeredFor.flatMap(this::choices);
    }

    private Optional<EnableEkmChoices> choices(Inspection seen) {
        Optional<FirstKey> key =
                Typed.value(vaultKey.get(), KeyReference::parse).map(new EnableEkmOffer(seen)::key);
        Assurances assurances =
                draft.choices().get().map(before -> before.assurances()).orElse(Assurances.NONE);
        return Typed.value(provider.get(), ProviderName::new)
                .flatMap(name -> Typed.value(dll.get(), DllPath::new)
                        .map(path -> new EnableEkmChoices(name, path, ownCredential(), key, assurances)));
    }

    private Optional<OwnCredential> ownCredential() {
        return withOwn.get()
                ? Typed.value(own.get(), CredentialName::new)
                        .flatMap(name -> Typed.value(application.get(), ClientId::read)
                                .map(client ->
                                        new OwnCredential(name, identity.get().strip(), client)))
                : Optional.empty();
    }

    private Optional<String> reason() {
        return incomplete().or(planning::mustWait);
    }

    private Optional<String> incomplete() {
        boolean asked = withOwn.get();
        return Stream.of(
                        needs(Typed.value(provider.get(), ProviderName::new).isEmpty(), "provider"),
                        needs(Typed.value(dll.get(), DllPath::new).isEmpty(), "dll"),
                        needs(
                                asked
                                        && Typed.value(own.get(), CredentialName::new)
                                                .isEmpty(),
                                "own"),
                        needs(asked && identity.get().isBlank(), "identity"),
                        needs(
                                asked
                                        && Typed.value(application.get(), ClientId::read)
                                                .isEmpty(),
                                "application"),
                        needs(vaultKeyProblem().getValue().isPresent(), "vaultKey"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> needs(boolean missing, String key) {
        return missing ? Optional.of(words("needs." + key)) : Optional.empty();
    }

    static String words(String key) {
        return EnableEkmFlow.NAME.words("window." + key).text();
    }
}
