package keyturn.ui.connect;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.NodeName;
import keyturn.domain.Problem;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.reach.RegisteredServer;
import keyturn.plan.Plan;
import keyturn.script.Scripts;
import keyturn.ui.desk.CertificateShown;
import keyturn.ui.desk.Registered;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.wizard.KnownServers;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.Look;
import keyturn.ui.wizard.ServerLabel;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** Makes a target of what was typed, and looks at it. */
public final class ConnectViewModel implements PageModel {

    private final Draft draft;
    private final Background background;
    private final Ports ports;
    private final ServerForm form = new ServerForm();
    private final AzureForm azure = new AzureForm();
    private final CertificateTrust trust;
    private final ConnectionTest test;
    private final ReadOnlyObjectWrapper<Optional<String>> busy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Optional<String>> lacking = Bindings.createObjectBinding(
            () -> form.lacking().getValue().or(azure.reason()::getValue), form.lacking(), azure.reason());
    private final ObservableValue<Optional<String>> blocked =
            Bindings.createObjectBinding(() -> busy.get().or(lacking::getValue), busy, lacking);
    private final ReadOnlyIntegerWrapper forgotten = new ReadOnlyIntegerWrapper();
    private ServerLabel label = ServerLabel.NONE;
    private Runnable again = () -> {};
    private Optional<Job> job = Optional.empty();

    /**
     * What this page calls; each may wait.
     *
     * @param later goes to the fresh look at an earlier run, where that is what one came for
     * @param begun goes to a run that ended early, likewise
     * @param opened goes to a saved plan, likewise, with its scripts
     * @param central hears the list of a central management server, likewise
     */
    public record Ports(
            Look look,
            KnownServers servers,
            CertificateShown certificates,
            Clock clock,
            Runnable later,
            Runnable begun,
            Consumer<Rendered> opened,
            Registered registered,
            Consumer<List<RegisteredServer>> central) {}

    public ConnectViewModel(Draft draft, Background background, Ports ports) {
        this.draft = draft;
        this.background = background;
        this.ports = ports;
        trust = new CertificateTrust(background, ports.certificates());
        test = new ConnectionTest(background, ports.look());
        form.server().subscribe(typed -> anotherServer());
        azure.signsIn().bind(form.kind().isEqualTo(SignInKind.ENTRA));
    }

    /** What is trusted for one server is not trusted for another, and what was seen of one says nothing of another. */
    private void anotherServer() {
        trust.use(Optional.empty());
        test.forget();
        label = ServerLabel.NONE;
        problem.set(Optional.empty());
    }

    /** As it was connected to the last time; the password is asked for again. */
    public void fill(Known known) {
        form.fill(known);
        azure.fill(known.vault());
        trust.use(known.pin());
        label = known.label();
    }

    /** The vault of this server is to be looked at too. */
    public void askVault(Target target) {
        form.turnTo(target.nodes().getFirst().address());
        azure.wanted().set(true);
    }

    @Override
    public PageId id() {
        return PageId.CONNECT;
    }

    @Override
    public String name() {
        return Words.of("connect.step");
    }

    @Override
    public String help() {
        return Words.of("connect.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(Words.of("connect.next")));
    }

    @Override
    public ObservableValue<Optional<String>> blocked() {
        return blocked;
    }

    /** No server is looked at from here, and none is named above the page. */
    @Override
    public void entered() {
        draft.target().drop();
    }

    @Override
    public void left() {
        forgotten.set(forgotten.get() + 1);
        job.ifPresent(Job::abandon);
        busy.set(Optional.empty());
        test.forget();
    }

    @Override
    public void proceed(Runnable onward) {
        Target target = target();
        if (draft.central().get().isPresent()) {
            readCentral(target);
            return;
        }
        begin(() -> proceed(onward));
        job = Optional.of(background.perform(
                () -> ports.look().at(target),
                inspection -> found(target, inspection, onward),
                why -> unseen(target, why)));
    }

    private void readCentral(Target target) {
        begin(() -> readCentral(target()));
        job = Optional.of(background.perform(
                () -> ports.registered().at(target),
                found -> {
                    busy.set(Optional.empty());
                    draft.central().drop();
                    ports.central().accept(found);
                },
                why -> failed(target, why)));
    }

    /** Connects and looks, and goes nowhere: nothing is begun, and nothing kept. */
    void tryIt() {
        if (busy.get().isPresent()) {
            return;
        }
        Target target = target();
        begin(this::tryIt);
        job = Optional.of(test.of(target, () -> busy.set(Optional.empty()), why -> failed(target, why)));
    }

    private void begin(Runnable attempt) {
        again = attempt;
        problem.set(Optional.empty());
        trust.dismiss();
        test.forget();
        busy.set(Optional.of(Words.of("connect.busy", form.server().get().strip())));
    }

    /** One line: what one connects for. */
    ObservableValue<String> lead() {
        return ConnectErrand.lead(draft, ports.clock()::getZone);
    }

    public ServerForm form() {
        return form;
    }

    public AzureForm azure() {
        return azure;
    }

    CertificateTrust trust() {
        return trust;
    }

    /** Trusts the certificate in sight for this server, and does again what it was seen at. */
    void trustShown() {
        trust.trust();
        again.run();
    }

    ConnectionTest test() {
        return test;
    }

    /** Moves when no password and no secret may stay in its field any longer: nobody looks at this page now. */
    ReadOnlyIntegerProperty forgotten() {
        return forgotten.getReadOnlyProperty();
    }

    /** What the last attempt ran into. */
    public ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** What must still be typed; empty: nothing, though a connection may be under way. */
    ObservableValue<Optional<String>> lacking() {
        return lacking;
    }

    private Target target() {
        ServerAddress address = ServerAddress.parse(form.server().get());
        var node = new Target.Node(new NodeName(address.toString()), address);
        Target.SignIn signIn = form.signIn(azure::signInDoors);
        return new Target(List.of(node), signIn, form.tls(trust.pin().getValue()), azure.doors())
                .withHost(form.host().get().door(address));
    }

    private void found(Target target, Inspection inspection, Runnable onward) {
        busy.set(Optional.empty());
        take(target);
        draft.inspection().set(inspection);
        Known known = form.known(
                inspection.identity().name(),
                ports.clock().instant(),
                azure.known(),
                trust.pin().getValue(),
                label);
        // A list that cannot be written is no reason to hold anybody up: the connection stands.
        Background.Work<Known> remember = () -> {
            ports.servers().remember(known);
            return known;
        };
        background.perform(remember, done -> {}, harmless -> {});
        if (draft.later().get().isPresent()) {
            ports.later().run();
        } else if (draft.begun().get().isPresent()) {
            ports.begun().run();
        } else if (draft.saved().get().isPresent()) {
            open(target, draft.saved().get().get());
        } else {
            onward.run();
        }
    }

    /** The scripts of thousands of databases take seconds. */
    private void open(Target target, Plan plan) {
        busy.set(Optional.of(Words.of("connect.opening", plan.steps().size())));
        job = Optional.of(background.perform(
                () -> new Rendered(plan, Scripts.of(plan)),
                rendered -> {
                    busy.set(Optional.empty());
                    ports.opened().accept(rendered);
                },
                why -> failed(target, why)));
    }

    private void unseen(Target target, Problem why) {
        if (ConnectErrand.isToStopped(draft, why)) {
            busy.set(Optional.empty());
            take(target);
            ports.begun().run();
        } else {
            failed(target, why);
        }
    }

    private void take(Target target) {
        draft.target().set(target);
        draft.environment().set(form.environment().get());
        draft.label().set(label);
    }

    private void failed(Target target, Problem why) {
        busy.set(Optional.empty());
        problem.set(Optional.of(why));
        trust.failed(why, target);
    }
}
