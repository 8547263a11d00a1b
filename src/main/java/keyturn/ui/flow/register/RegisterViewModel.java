package keyturn.ui.flow.register;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.DatabaseName;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.register.RegisterChoices;
import keyturn.plan.flow.register.RegisterChoices.Names;
import keyturn.plan.flow.register.RegisterFlow;
import keyturn.plan.flow.register.RegisterOffer;
import keyturn.plan.next.MissingKey;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Typed;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;

/** Takes the thumbprint that is missing, the vault key behind it, its names on the server, and the databases that wait for it. */
final class RegisterViewModel implements PageModel {

    private static final PageId ID = new PageId(RegisterFlow.NAME.value());

    private final Draft draft;
    private final Planning planning;
    private final SimpleStringProperty thumbprint = new SimpleStringProperty("");
    private final SimpleStringProperty vaultKey = new SimpleStringProperty("");
    private final SimpleStringProperty identity = new SimpleStringProperty("");
    private final SimpleStringProperty application = new SimpleStringProperty("");
    private final RegisterNames names = new RegisterNames();
    private final ObservableList<WaitingDatabase> closed = FXCollections.observableArrayList();
    /** Counts every change of what was chosen. */
    private final SimpleIntegerProperty changes = new SimpleIntegerProperty();

    private final ObservableValue<Optional<String>> blocked;
    private Optional<Inspection> offeredFor = Optional.empty();
    private Optional<MissingKey> offeredKey = Optional.empty();
    private boolean offering;

    RegisterViewModel(Draft draft, Planning planning) {
        this.draft = draft;
        this.planning = planning;
        blocked = Bindings.createObjectBinding(this::reason, changes, planning.latest());
        thumbprint.subscribe(this::findKey);
        vaultKey.subscribe(this::proposeNames);
        Stream.concat(Stream.of(thumbprint, vaultKey, identity, application), names.all().stream())
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
        if (!offeredFor.equals(draft.inspection().get())
                || !offeredKey.equals(draft.missingKey().get())) {
            offeredFor = draft.inspection().get();
            offeredKey = draft.missingKey().get();
            offering = true;
            offer();
            offering = false;
            findKey();
        }
        answer();
    }

    @Override
    public void proceed(Runnable onward) {
        planning.lookAtFiles(onward);
    }

    SimpleStringProperty thumbprint() {
        return thumbprint;
    }

    ObservableValue<Optional<String>> thumbprintProblem() {
        return thumbprint.map(text -> Typed.problem(text, RegisterViewModel::read));
    }

    SimpleStringProperty vaultKey() {
        return vaultKey;
    }

    ObservableValue<Optional<String>> vaultKeyProblem() {
        return vaultKey.map(text -> Typed.problem(text, KeyReference::parse));
    }

    /** Whether a vault shows the key with the thumbprint. */
    ObservableValue<String> vaultKeySaid() {
        return Bindings.createStringBinding(this::said, thumbprint, vaultKey, changes);
    }

    SimpleStringProperty identity() {
        return identity;
    }

    RegisterNames names() {
        return names;
    }

    SimpleStringProperty application() {
        return application;
    }

    ObservableValue<Optional<String>> applicationProblem() {
        return application.map(text -> Typed.problem(text, ClientId::read));
    }

    /** Databases that are not open. */
    ObservableList<WaitingDatabase> closed() {
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

    private void offer() {
        Optional<RegisterOffer> offer = offered();
        List<Thumbprint> missing = offer.map(RegisterOffer::missing).orElse(List.of());
        names.clear();
        vaultKey.set("");
        Optional<MissingKey> found = draft.missingKey().get();
        thumbprint.set(found.map(MissingKey::thumbprint)
                .or(() -> missing.stream().findFirst().filter(print -> missing.size() == 1))
                .map(Thumbprint::toString)
                .orElse(""));
        List<String> vaults = offer.map(RegisterOffer::vaults).orElse(List.of());
        identity.set(vaults.size() == 1 ? vaults.getFirst() : "");
        application.set(draft.target()
                .get()
                .flatMap(Target::azure)
                .flatMap(AzureDoors::application)
                .map(ClientId::value)
                .orElse(""));
        closed.setAll(offer.map(RegisterOffer::closed).orElse(List.of()).stream()
                .map(name -> new WaitingDatabase(
                        name, found.filter(key -> key.waiting().contains(name)).isPresent()))
                .toList());
        closed.forEach(one -> one.opened().subscribe(this::answer));
    }

    /** The key that a vault shows with the thumbprint; names are those of what is there. */
    private void findKey() {
        if (!offering) {
            offered()
                    .flatMap(offer -> wanted().flatMap(offer::vaultKey))
                    .ifPresent(found -> vaultKey.set(found.toString()));
            proposeNames();
        }
    }

    private void proposeNames() {
        if (!offering) {
            offered()
                    .ifPresent(offer -> reference()
                            .ifPresent(key -> names.propose(offer.names(key, wanted().flatMap(offer::named)))));
        }
    }

    private String said() {
        Optional<KeyReference> found = offered().flatMap(offer -> wanted().flatMap(offer::vaultKey));
        if (found.isPresent() && found.equals(reference())) {
            return words("vaultKey.found");
        }
        if (wanted().isEmpty()) {
            return words("vaultKey.free");
        }
        boolean read = offeredFor.flatMap(seen -> seen.facts().azure()).isPresent();
        return words(read ? "vaultKey.notFound" : "vaultKey.unread");
    }

    private Optional<RegisterOffer> offered() {
        return draft.inspection()
                .get()
                .flatMap(seen -> seen.facts().providers().value().orElse(List.of()).stream()
                        .findFirst()
                        .map(row -> new RegisterOffer(seen, row.name())));
    }

    private static Thumbprint read(String text) {
        return new Thumbprint(text.strip().toLowerCase(Locale.ROOT).replaceFirst("^0x", ""));
    }

    private Optional<Thumbprint> wanted() {
        return Typed.value(thumbprint.get(), RegisterViewModel::read);
    }

    private Optional<KeyReference> reference() {
        return Typed.value(vaultKey.get(), KeyReference::parse);
    }

    /** Hands on a valid choice, or takes it back: a plan cannot outlive the choice it was made for. */
    private void answer() {
        boolean here = draft.flow().get().name().equals(RegisterFlow.NAME)
                && draft.inspection().get().isPresent();
        if (here && !offering) {
            changes.set(changes.get() + 1);
            typed().ifPresentOrElse(planning::choose, planning::drop);
        }
    }

    private Optional<RegisterChoices> typed() {
        return incomplete().isPresent()
                ? Optional.empty()
                : offered()
                        .flatMap(offer ->
                                reference().flatMap(key -> names.typed().map(all -> choices(offer, key, all))));
    }

    private RegisterChoices choices(RegisterOffer offer, KeyReference key, Names all) {
        List<DatabaseName> opened = closed.stream()
                .filter(one -> one.opened().get())
                .map(WaitingDatabase::name)
                .toList();
        return new RegisterChoices(
                offer.provider(),
                identity.get().strip(),
                key,
                wanted(),
                all,
                Typed.value(application.get(), ClientId::read),
                offer.open(wanted(), all.key()),
                opened,
                draft.choices().get().map(before -> before.assurances()).orElse(Assurances.NONE));
    }

    private Optional<String> reason() {
        return incomplete().or(planning::mustWait);
    }

    private Optional<String> incomplete() {
        return Stream.of(
                        needs(offered().isEmpty(), "provider"),
                        needs(!thumbprint.get().isBlank() && wanted().isEmpty(), "thumbprint"),
                        needs(reference().isEmpty(), "vaultKey"),
                        needs(identity.get().isBlank(), "identity"),
                        needs(names.typed().isEmpty(), "names"),
                        needs(applicationProblem().getValue().isPresent(), "application"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> needs(boolean missing, String key) {
        return missing ? Optional.of(words("needs." + key)) : Optional.empty();
    }

    static String words(String key) {
        return RegisterFlow.NAME.words("window." + key).text();
    }
}
