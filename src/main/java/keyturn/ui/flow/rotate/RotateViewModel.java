package keyturn.ui.flow.rotate;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.plan.flow.rotate.RotateFlow;
import keyturn.plan.flow.rotate.RotationOffer;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Typed;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Planning;

/** Takes the choice of databases and of the new key, and says what is wrong with it. */
public final class RotateViewModel implements PageModel {

    private static final PageId ID = new PageId("rotate-key");

    /** What speaks against a kind of key, not against a name. */
    private static final Pattern KIND = Pattern.compile("rotate\\.vault-(size|3072|hsm|standard)");

    private final Draft draft;
    private final Planning planning;
    private final Clock clock;
    private final ObservableList<Old> olds = FXCollections.observableArrayList();
    private final SimpleObjectProperty<Optional<Old>> old = new SimpleObjectProperty<>(Optional.empty());
    private final OldLoginForm oldLogin = new OldLoginForm();
    private final Picks databases = new Picks();
    private final NewKeyForm newKey;
    private final NamesForm names = new NamesForm();
    private final BackupForm backups = new BackupForm();
    private final SimpleStringProperty application = new SimpleStringProperty("");
    private final FurtherForm further = new FurtherForm();
    private final ObservableValue<Optional<String>> blocked;
    private Optional<Inspection> offeredFor = Optional.empty();
    private boolean offering;

    public RotateViewModel(Draft draft, Planning planning, Clock clock) {
        this.draft = draft;
        this.planning = planning;
        this.clock = clock;
        newKey = new NewKeyForm(clock);
        blocked = Bindings.createObjectBinding(
                this::reason,
                old,
                oldLogin.chosen(),
                databases.chosen(),
                newKey.name(),
                newKey.making(),
                names.key(),
                names.login(),
                names.credential(),
                application,
                backups.log(),
                backups.full(),
                further.folder(),
                further.source(),
                planning.latest());
        old.subscribe(this::offer);
        Stream.<ObservableValue<?>>of(oldLogin.chosen(), databases.chosen(), newKey.making(), further.source())
                .forEach(chosen -> chosen.subscribe(this::answer));
        Stream.concat(
                        Stream.of(newKey.name(), application, backups.log(), backups.full(), further.folder()),
                        names.fields().stream())
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
        return RotateWords.of("choose.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(Words.of("choose.next")));
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
            offerKeys();
        } else {
            answer();
        }
    }

    @Override
    public void proceed(Runnable onward) {
        planning.lookAtFiles(onward);
    }

    /** Keys that wrap databases now. */
    ObservableList<Old> olds() {
        return olds;
    }

    /** The key that is to be replaced. */
    SimpleObjectProperty<Optional<Old>> old() {
        return old;
    }

    OldLoginForm oldLogin() {
        return oldLogin;
    }

    Picks databases() {
        return databases;
    }

    /** The new key in the vault. */
    NewKeyForm newKey() {
        return newKey;
    }

    /** Why a key of that kind cannot be made; what else is wrong stands below. */
    ObservableValue<Optional<String>> makingProblem() {
        return problems()
                .map(all -> all.stream()
                        .filter(problem -> newKey.making().get().kind().isPresent())
                        .filter(problem -> KIND.matcher(problem.code()).find())
                        .findFirst()
                        .map(problem ->
                                problem.summary().text() + " " + problem.next().text()));
    }

    /** What the new key is called on the server. */
    NamesForm names() {
        return names;
    }

    /** Where the plan writes backups. */
    BackupForm backups() {
        return backups;
    }

    /** The application whose secret the new credential holds. */
    SimpleStringProperty application() {
        return application;
    }

    ObservableValue<Optional<String>> applicationProblem() {
        return application.map(text -> Typed.problem(text, ClientId::read));
    }

    /** What is done in vault and directory besides. */
    FurtherForm further() {
        return further;
    }

    /** Why there is no plan for this choice. */
    ObservableValue<List<Problem>> problems() {
        return planning.problems();
    }

    /** Why nothing is to be done for this choice. */
    ObservableValue<Optional<String>> nothingToDo() {
        return planning.nothingToDo();
    }

    ObservableValue<Optional<Problem>> problem() {
        return planning.problem();
    }

    private void offerKeys() {
        Inspection seen = offeredFor.orElseThrow();
        offering = true;
        olds.setAll(seen.facts().providers().value().orElse(List.of()).stream()
                .map(Inspection.Provider::name)
                .flatMap(provider ->
                        RotationOffer.wrapping(seen, provider).stream().map(from -> new Old(provider, from)))
                .toList());
        application.set(ownApplication());
        old.set(olds.size() == 1 ? Optional.of(olds.getFirst()) : Optional.empty());
        offering = false;
        offer();
    }

    /** Names are proposed anew, and all databases taken. */
    private void offer() {
        if (offering || offeredFor.isEmpty()) {
            return;
        }
        offering = true;
        var offer = new RotationOffer(offeredFor.get(), clock.instant());
        Optional<AsymmetricKeyName> from = old.get().map(Old::key);
        Optional<RotateChoices.NewNames> proposed = from.map(offer::names);
        oldLogin.offer(offer, from);
        names.propose(offeredFor.get(), proposed);
        newKey.offer(offeredFor.get(), old.get());
        databases.offer(from.flatMap(one -> proposed.map(called -> offer.databases(one, called.key())))
                .orElse(List.of()));
        offering = false;
        answer();
    }

    /** Hands on a valid choice, or takes it back: a plan cannot outlive the choice it was made for. */
    private void answer() {
        boolean here = draft.flow().get().name().equals(RotateFlow.NAME)
                && draft.inspection().get().isPresent();
        if (here && !offering) {
            typed().ifPresentOrElse(planning::choose, planning::drop);
        }
    }

    /** What was confirmed and chosen on the next page stays as long as this choice does. */
    private Optional<RotateChoices> typed() {
        if (incomplete().isPresent()) {
            return Optional.empty();
        }
        Old from = old.get().orElseThrow();
        var bare = new RotateChoices(
                from.provider(),
                from.key(),
                oldLogin.chosen().get(),
                new RotateChoices.NewKey(
                        newKey.reference(),
                        newKey.making().get().kind(),
                        names.names(),
                        ClientId.read(application.get().strip())),
                databases.names(),
                Assurances.NONE,
                backups.folders(),
                further.further());
        return draft.choices()
                .get()
                .map(before -> bare.with(before.assurances()))
                .filter(same -> draft.choices().get().equals(Optional.of(same)))
                .or(() -> Optional.of(bare));
    }

    private Optional<String> reason() {
        return incomplete().or(planning::mustWait);
    }

    private Optional<String> incomplete() {
        boolean wrong = names.wrong()
                || newKey.wrong()
                || backups.wrong()
                || further.wrong()
                || Typed.problem(application.get(), ClientId::read).isPresent();
        return Stream.of(
                        needs(old.get().isEmpty(), olds.isEmpty() ? "choose.needs.none" : "choose.needs.key"),
                        needs(oldLogin.missing(), "choose.needs.fromLogin"),
                        needs(databases.none(), "choose.needs.database"),
                        needs(newKey.blank(), "choose.needs.toKey"),
                        needs(names.blank(), "choose.needs.names"),
                        needs(application.get().isBlank(), "choose.needs.application"),
                        Optional.of(Words.of("connect.needs.fields")).filter(text -> wrong))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> needs(boolean missing, String words) {
        return missing ? Optional.of(RotateWords.of(words)) : Optional.empty();
    }

    private String ownApplication() {
        return draft.target()
                .get()
                .flatMap(target -> target.azure().flatMap(AzureDoors::application))
                .map(ClientId::value)
                .orElse("");
    }
}
