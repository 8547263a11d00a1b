package keyturn.ui.connect;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.NodeName;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.script.Scripts;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Typed;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.Look;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** Makes a target of what was typed, and looks at it. */
public final class ConnectViewModel implements PageModel {

    private final Draft draft;
    private final Background background;
    private final Ports ports;
    private final SimpleStringProperty server = new SimpleStringProperty("");
    private final SimpleObjectProperty<SignInKind> kind = new SimpleObjectProperty<>(SignInKind.INTEGRATED);
    private final SimpleStringProperty user = new SimpleStringProperty("");
    private final SimpleObjectProperty<Secret> password = new SimpleObjectProperty<>(Secret.of(new char[0]));
    private final SimpleStringProperty certificate = new SimpleStringProperty("");
    private final SimpleBooleanProperty unverified = new SimpleBooleanProperty();
    private final SimpleObjectProperty<Environment> environment = new SimpleObjectProperty<>(Environment.NOT_SAID);
    private final AzureForm azure = new AzureForm();
    private final ReadOnlyObjectWrapper<Optional<String>> busy = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableValue<Optional<String>> blocked = Bindings.createObjectBinding(
            this::reason, server, kind, user, password, certificate, unverified, azure.reason(), busy);
    private final ReadOnlyIntegerWrapper forgotten = new ReadOnlyIntegerWrapper();
    private Optional<Job> job = Optional.empty();

    /**
     * What this page calls; each may wait.
     *
     * @param later goes to the fresh look at an earlier run, where that is what one came for
     * @param begun goes to a run that ended early, likewise
     * @param opened goes to a saved plan, likewise, with its scripts
     */
    public record Ports(
            Look look, KnownServers servers, Clock clock, Runnable later, Runnable begun, Consumer<Rendered> opened) {}

    public ConnectViewModel(Draft draft, Background background, Ports ports) {
        this.draft = draft;
        this.background = background;
        this.ports = ports;
    }

    /** As it was connected to the last time; the password is asked for again. */
    public void fill(Known known) {
        server.set(known.address());
        kind.set(known.user().isEmpty() ? SignInKind.INTEGRATED : SignInKind.SQL);
        user.set(known.user());
        certificate.set(known.certificate());
        environment.set(known.environment());
        unverified.set(false);
        azure.fill(known.vault());
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

    @Override
    public void left() {
        forgotten.set(forgotten.get() + 1);
        job.ifPresent(Job::abandon);
        busy.set(Optional.empty());
    }

    @Override
    public void proceed(Runnable onward) {
        Target target = target();
        problem.set(Optional.empty());
        busy.set(Optional.of(Words.of("connect.busy", server.get().strip())));
        job = Optional.of(background.perform(
                () -> ports.look().at(target), inspection -> found(target, inspection, onward), this::failed));
    }

    public SimpleStringProperty server() {
        return server;
    }

    public SimpleObjectProperty<SignInKind> kind() {
        return kind;
    }

    public SimpleStringProperty user() {
        return user;
    }

    public SimpleStringProperty certificate() {
        return certificate;
    }

    public SimpleBooleanProperty unverified() {
        return unverified;
    }

    /** The doors to Azure. */
    public AzureForm azure() {
        return azure;
    }

    /** What the server is for. */
    public SimpleObjectProperty<Environment> environment() {
        return environment;
    }

    /** What has been typed so far; the secret before it is wiped. */
    public void type(Secret typed) {
        Secret before = password.get();
        password.set(typed);
        before.close();
    }

    /** Moves when no password and no secret may stay in its field any longer: nobody looks at this page now. */
    ReadOnlyIntegerProperty forgotten() {
        return forgotten.getReadOnlyProperty();
    }

    /** Whether user and password are asked for. */
    public ObservableValue<Boolean> asksPassword() {
        return kind.map(chosen -> chosen == SignInKind.SQL);
    }

    /** What is wrong with the address; nothing while it is empty. */
    public ObservableValue<Optional<String>> serverProblem() {
        return server.map(text -> Typed.problem(text, ServerAddress::parse));
    }

    public ObservableValue<Optional<String>> certificateProblem() {
        return certificate.map(TypedPath::problem);
    }

    /** What the last attempt ran into. */
    public ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    private Optional<String> reason() {
        if (busy.get().isPresent()) {
            return busy.get();
        }
        if (server.get().isBlank()) {
            return Optional.of(Words.of("connect.needs.server"));
        }
        boolean sql = kind.get() == SignInKind.SQL;
        if (sql && (user.get().isBlank() || password.get().isEmpty())) {
            return Optional.of(Words.of("connect.needs.login"));
        }
        boolean wrong = Typed.problem(server.get(), ServerAddress::parse).isPresent()
                || TypedPath.problem(certificate.get()).isPresent();
        return wrong
                ? Optional.of(Words.of("connect.needs.fields"))
                : azure.reason().getValue();
    }

    private Target target() {
        ServerAddress address = ServerAddress.parse(server.get());
        Target.SignIn signIn =
                switch (kind.get()) {
                    case INTEGRATED -> new Target.Integrated();
                    case SQL ->
                        new Target.SqlLogin(user.get(), Secret.of(password.get().reveal()));
                };
        Target.Tls tls =
                unverified.get() ? new Target.Unverified() : new Target.Verified(TypedPath.path(certificate.get()));
        var node = new Target.Node(new NodeName(address.toString()), address);
        return new Target(List.of(node), signIn, tls, azure.doors());
    }

    private void found(Target target, Inspection inspection, Runnable onward) {
        busy.set(Optional.empty());
        draft.target().set(target);
        draft.environment().set(environment.get());
        draft.inspection().set(inspection);
        Known known = known(inspection.identity().name());
        background.perform(() -> remembered(known), done -> {}, harmless -> {});
        if (draft.later().get().isPresent()) {
            ports.later().run();
        } else if (draft.begun().get().isPresent()) {
            ports.begun().run();
        } else if (draft.saved().get().isPresent()) {
            open(draft.saved().get().get());
        } else {
            onward.run();
        }
    }

    /** The scripts of thousands of databases take seconds. */
    private void open(Plan plan) {
        busy.set(Optional.of(Words.of("connect.opening", plan.steps().size())));
        job = Optional.of(background.perform(
                () -> new Rendered(plan, Scripts.of(plan)),
                rendered -> {
                    busy.set(Optional.empty());
                    ports.opened().accept(rendered);
                },
                this::failed));
    }

    private Known known(String serverName) {
        return new Known(
                server.get().strip(),
                serverName,
                kind.get() == SignInKind.SQL ? user.get() : "",
                certificate.get().strip(),
                environment.get(),
                ports.clock().instant(),
                azure.known());
    }

    /** A list that cannot be written is no reason to hold anybody up: the connection stands. */
    private boolean remembered(Known known) throws Problem.Raised {
        ports.servers().remember(known);
        return true;
    }

    private void failed(Problem why) {
        busy.set(Optional.empty());
        problem.set(Optional.of(why));
    }
}
