package keyturn.ui.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.domain.reach.RegisteredServer;
import keyturn.ui.desk.RegisteredFile;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PageModel;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.KnownServers;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.ServerGroup;
import keyturn.ui.work.Background;

/** The known servers, as somebody arranges them. Nothing is asked of a server here. */
public final class ServersViewModel implements PageModel {

    /** One that is to be added: its address is still to be typed. */
    private static final Known NEW = Known.named("");

    private final Background background;
    private final Ports ports;
    private final Ways ways;
    private final SimpleStringProperty search = new SimpleStringProperty("");
    private final SimpleObjectProperty<Optional<Known>> edited = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Known>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Known>> removed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What this page calls; each may wait. */
    public record Ports(KnownServers servers, RegisteredFile studio) {}

    /**
     * Where one can go from here.
     *
     * @param connect to the sign-in, filled in
     * @param central to the sign-in likewise, and from there back here with the list of that central management server
     * @param close to where one came from
     */
    public record Ways(Consumer<Known> connect, Consumer<Known> central, Runnable close) {}

    private record Changed(List<Known> all, Optional<String> told) {}

    /** Changes the list. Waits. */
    @FunctionalInterface
    private interface Change {
        Optional<String> make() throws Problem.Raised;
    }

    public ServersViewModel(Background background, Ports ports, Ways ways) {
        this.background = background;
        this.ports = ports;
        this.ways = ways;
    }

    @Override
    public PageId id() {
        return PageId.SERVERS;
    }

    @Override
    public String name() {
        return Words.of("servers.page");
    }

    @Override
    public String help() {
        return Words.of("servers.help");
    }

    @Override
    public Optional<Primary> primary() {
        return Optional.of(Primary.next(Words.of("servers.close")));
    }

    /** What was typed for a server is kept or given up before one goes. */
    @Override
    public ObservableValue<Optional<String>> blocked() {
        return edited.map(now -> now.map(server -> Words.of("servers.needs.save")));
    }

    /** Nothing here can be cancelled: each change is made as soon as it is said. */
    @Override
    public boolean canGoBack() {
        return false;
    }

    @Override
    public Optional<Runnable> again() {
        return edited.get().isEmpty() ? Optional.of(this::entered) : Optional.empty();
    }

    @Override
    public boolean closesByEscape() {
        return true;
    }

    @Override
    public void entered() {
        edited.set(Optional.empty());
        removed.set(Optional.empty());
        problem.set(Optional.empty());
        background.perform(ports.servers()::all, all::set, this::failed);
    }

    @Override
    public void left() {
        told.set(Optional.empty());
    }

    @Override
    public void proceed(Runnable onward) {
        ways.close().run();
    }

    ObservableValue<List<Known>> all() {
        return all.getReadOnlyProperty();
    }

    /** Words to find a server by. */
    SimpleStringProperty search() {
        return search;
    }

    /** Those that hold the words, by group and name; without a group last. */
    List<ServerGroup> groups() {
        String words = search.get().strip().toLowerCase(Locale.ROOT);
        List<Known> found = all.get().stream()
                .filter(server -> text(server).contains(words))
                .toList();
        return ServerGroup.of(found);
    }

    /** The names of all groups. */
    List<String> groupNames() {
        var names = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        all.get().stream()
                .map(server -> server.label().group())
                .filter(group -> !group.isEmpty())
                .forEach(names::add);
        return List.copyOf(names);
    }

    private static String text(Known server) {
        return String.join(
                        "\n",
                        server.shown(),
                        server.address(),
                        server.serverName(),
                        server.label().group())
                .toLowerCase(Locale.ROOT);
    }

    /** The server that is being edited. */
    SimpleObjectProperty<Optional<Known>> edited() {
        return edited;
    }

    /** The server that was taken off the list last, until the page is left. */
    ObservableValue<Optional<Known>> removed() {
        return removed.getReadOnlyProperty();
    }

    /** What came of the last list that was brought in, in a sentence. */
    ObservableValue<Optional<String>> told() {
        return told.getReadOnlyProperty();
    }

    ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    void connect(Known server) {
        ways.connect().accept(server);
    }

    /** To a central management server, for its list. */
    void readCentral(Known server) {
        ways.central().accept(server);
    }

    /** One more, whose address is still to be typed. */
    void addOne() {
        edited.set(Optional.of(NEW));
    }

    /** Whether it is not in the list yet. */
    static boolean isNew(Known server) {
        return server.equals(NEW);
    }

    void save(Known server, Known by) {
        edited.set(Optional.empty());
        change(() -> {
            if (isNew(server)) {
                ports.servers().add(List.of(by));
            } else {
                ports.servers().replace(server, by);
            }
            return Optional.empty();
        });
    }

    void remove(Known server) {
        edited.set(Optional.empty());
        removed.set(Optional.of(server));
        change(() -> {
            ports.servers().forget(server);
            return Optional.empty();
        });
    }

    /** The server that was taken off the list last comes back. */
    void undo() {
        removed.get()
                .ifPresent(server -> change(() -> {
                    ports.servers().add(List.of(server));
                    return Optional.empty();
                }));
        removed.set(Optional.empty());
    }

    /** Adds the servers of another tool's list. */
    void bringIn(Path file) {
        change(() -> Optional.of(added(ports.studio().read(file))));
    }

    /** The same, of a list that was read from a server. */
    public void bringIn(List<RegisteredServer> found) {
        change(() -> Optional.of(added(found)));
    }

    private String added(List<RegisteredServer> found) throws Problem.Raised {
        int before = ports.servers().all().size();
        List<Known> understood =
                found.stream().flatMap(server -> BroughtIn.of(server).stream()).toList();
        ports.servers().add(understood);
        int more = ports.servers().all().size() - before;
        return Words.of("servers.added", more, understood.size() - more, found.size() - understood.size());
    }

    private void change(Change change) {
        problem.set(Optional.empty());
        told.set(Optional.empty());
        background.perform(
                () -> {
                    Optional<String> sentence = change.make();
                    return new Changed(ports.servers().all(), sentence);
                },
                changed -> {
                    all.set(changed.all());
                    told.set(changed.told());
                },
                this::failed);
    }

    private void failed(Problem why) {
        problem.set(Optional.of(why));
    }
}
