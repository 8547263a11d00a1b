package keyturn.ui.flow.removesecret;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.Target;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.removesecret.RemoveChoices;
import keyturn.plan.flow.removesecret.RemoveFlow;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;

/** Takes the choice of the secret, of the credentials that sign in as its application, and what is said of others who use it. */
final class RemoveViewModel implements PageModel {

    private static final PageId ID = new PageId(RemoveFlow.NAME.value());

    private final Draft draft;
    private final Planning planning;
    private final ObservableList<OfferedApplication> applications = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<OfferedApplication>> application =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<OfferedSecret> secrets = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<OfferedSecret>> secret = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableList<TickedCredential> credentials = FXCollections.observableArrayList();
    private final HeldStatement statement = new HeldStatement(secrets, secret);
    private final SimpleStringProperty others = new SimpleStringProperty("");
    private final SimpleBooleanProperty byOwner = new SimpleBooleanProperty();
    private final ObservableValue<Optional<String>> blocked;
    private Optional<Inspection> offeredFor = Optional.empty();
    private Optional<Target> offeredAt = Optional.empty();
    private boolean offering;

    RemoveViewModel(Draft draft, Planning planning) {
        this.draft = draft;
        this.planning = planning;
        blocked = Bindings.createObjectBinding(this::reason, application, secret, others, planning.latest());
        application.subscribe(this::offerOf);
        Stream.<ObservableValue<?>>of(secret, statement.ticked(), others, byOwner)
                .forEach(field -> field.subscribe(this::answer));
    }

    @Override
    public PageId id() {
        return ID;
    }

    @Override
    public String name() {
        return Words.of("choose.step");
    }

    @Override
    public String help() {
        return words("help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(Words.of("choose.next")));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return blocked;
    }

    /** What was chosen stands until something else is seen. */
    @Override
    public void entered() {
        if (offeredFor.equals(draft.inspection().get())) {
            answer();
            return;
        }
        offering = true;
        forgetAnotherServer();
        offeredFor = draft.inspection().get();
        applications.setAll(offered(offeredFor.orElseThrow()));
        application.set(applications.size() == 1 ? Optional.of(applications.getFirst()) : Optional.empty());
        offering = false;
        offerOf();
    }

    /** What was said of other users holds for the application of one server. */
    private void forgetAnotherServer() {
        boolean same = offeredAt.equals(draft.target().get())
                && offeredFor
                        .map(Inspection::identity)
                        .equals(draft.inspection().get().map(Inspection::identity));
        if (!same) {
            others.set("");
            byOwner.set(false);
        }
        offeredAt = draft.target().get();
    }

    @Override
    public void proceed(Runnable onward) {
        planning.lookAtFiles(onward);
    }

    ObservableList<OfferedApplication> applications() {
        return applications;
    }

    SimpleObjectProperty<Optional<OfferedApplication>> application() {
        return application;
    }

    /** Those of the application, the first to expire first. */
    ObservableList<OfferedSecret> secrets() {
        return secrets;
    }

    SimpleObjectProperty<Optional<OfferedSecret>> secret() {
        return secret;
    }

    /** All of the server that hold a secret; those that are known to sign in as the application are ticked. */
    ObservableList<TickedCredential> credentials() {
        return credentials;
    }

    HeldStatement statement() {
        return statement;
    }

    SimpleStringProperty others() {
        return others;
    }

    SimpleBooleanProperty byOwner() {
        return byOwner;
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

    private static List<OfferedApplication> offered(Inspection seen) {
        Optional<AzureSight> azure = seen.facts().azure();
        Stream<ApplicationSeen> tied =
                azure.stream().flatMap(sight -> sight.tied().stream()).flatMap(one -> one.seen().value().stream());
        Stream<ApplicationSeen> own = azure.map(AzureSight::application).flatMap(Fact::value).stream();
        return Stream.concat(tied, own)
                .collect(Collectors.toMap(ApplicationSeen::client, OfferedApplication::new, (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(OfferedApplication::toString))
                .toList();
    }

    /** Of the application that was chosen. */
    private void offerOf() {
        if (offering || offeredFor.isEmpty()) {
            return;
        }
        offering = true;
        Inspection seen = offeredFor.get();
        List<SecretSeen> all =
                application.get().map(one -> one.seen().secrets()).orElse(List.of());
        secrets.setAll(all.stream()
                .sorted(Comparator.comparing(one -> one.expires().orElse(Instant.MAX)))
                .map(OfferedSecret::new)
                .toList());
        secret.set(onlyOlder());
        credentials.setAll(seen.facts().credentials().value().orElse(List.of()).stream()
                .filter(row -> !CatalogWords.isManagedIdentity(row.identity()))
                .map(Credential::name)
                .map(name -> new TickedCredential(
                        name,
                        application.get().isPresent()
                                && seen.ties()
                                        .credentialsOf(
                                                application.get().get().seen().client())
                                        .contains(name)))
                .toList());
        credentials.forEach(one -> one.ticked().subscribe(this::answer));
        offering = false;
        answer();
    }

    /** Where only one is older than the newest, that is the one. */
    private Optional<OfferedSecret> onlyOlder() {
        Optional<Instant> newest =
                secrets.stream().flatMap(one -> one.seen().starts().stream()).max(Comparator.naturalOrder());
        List<OfferedSecret> older = secrets.stream()
                .filter(one -> one.seen()
                        .starts()
                        .filter(from -> newest.filter(from::isBefore).isPresent())
                        .isPresent())
                .toList();
        return older.size() == 1 ? Optional.of(older.getFirst()) : Optional.empty();
    }

    /** Hands on a valid choice, or takes it back. */
    private void answer() {
        boolean here = draft.flow().get().name().equals(RemoveFlow.NAME)
                && draft.inspection().get().isPresent();
        if (here && !offering) {
            typed().ifPresentOrElse(planning::choose, planning::drop);
        }
    }

    private Optional<RemoveChoices> typed() {
        if (incomplete().isPresent()) {
            return Optional.empty();
        }
        var bare = new RemoveChoices(
                provider().orElseThrow(),
                new RemoveChoices.SecretId(
                        application.get().orElseThrow().seen().client(),
                        secret.get().orElseThrow().seen().keyId()),
                Set.copyOf(credentials.stream()
                        .filter(one -> one.ticked().get())
                        .map(TickedCredential::name)
                        .toList()),
                statement.said(),
                others.get().strip(),
                byOwner.get(),
                Assurances.NONE);
        return draft.choices()
                .get()
                .map(before -> bare.with(before.assurances()))
                .filter(same -> draft.choices().get().equals(Optional.of(same)))
                .or(() -> Optional.of(bare));
    }

    private Optional<ProviderName> provider() {
        return draft.inspection().get().flatMap(seen -> seen.facts().providers().value()).stream()
                .flatMap(List::stream)
                .map(Inspection.Provider::name)
                .findFirst();
    }

    private Optional<String> reason() {
        return incomplete().or(planning::mustWait);
    }

    private Optional<String> incomplete() {
        return Stream.of(
                        needs(applications.isEmpty() || provider().isEmpty(), "none"),
                        needs(application.get().isEmpty(), "needs.application"),
                        needs(secret.get().isEmpty(), "needs.secret"),
                        needs(!RemoveChoices.isSaid(others.get().strip()), "needs.others"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> needs(boolean missing, String key) {
        return missing ? Optional.of(words(key)) : Optional.empty();
    }

    static String words(String key) {
        return RemoveFlow.NAME.words("window." + key).text();
    }
}
