package keyturn.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import keyturn.domain.reach.RegisteredServer;
import keyturn.plan.flow.Flow;
import keyturn.ui.asks.Asks;
import keyturn.ui.connect.ConnectView;
import keyturn.ui.connect.ConnectViewModel;
import keyturn.ui.files.Saving;
import keyturn.ui.frame.Page;
import keyturn.ui.frame.PageId;
import keyturn.ui.home.HomeView;
import keyturn.ui.home.HomeViewModel;
import keyturn.ui.home.period.KeptPeriods;
import keyturn.ui.preflight.PreflightView;
import keyturn.ui.preflight.PreflightViewModel;
import keyturn.ui.preflight.VaultTrial;
import keyturn.ui.preview.PreviewView;
import keyturn.ui.preview.PreviewViewModel;
import keyturn.ui.rehearse.PracticeBystander;
import keyturn.ui.rehearse.Rehearsal;
import keyturn.ui.rehearse.RehearsalParts;
import keyturn.ui.run.RunPorts;
import keyturn.ui.run.RunView;
import keyturn.ui.run.RunViewModel;
import keyturn.ui.run.piece.PracticeRestart;
import keyturn.ui.runs.FiledRuns;
import keyturn.ui.runs.RunsModel;
import keyturn.ui.runs.RunsView;
import keyturn.ui.runs.RunsViewModel;
import keyturn.ui.scripts.ScriptPane;
import keyturn.ui.scripts.ScriptsModel;
import keyturn.ui.servers.ServersView;
import keyturn.ui.servers.ServersViewModel;
import keyturn.ui.settings.SettingsView;
import keyturn.ui.settings.SettingsViewModel;
import keyturn.ui.start.StartView;
import keyturn.ui.start.StartViewModel;
import keyturn.ui.trouble.TroubleView;
import keyturn.ui.trouble.TroubleViewModel;
import keyturn.ui.verify.VerifyView;
import keyturn.ui.verify.VerifyViewModel;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.wizard.FlowPages;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.Navigator;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.wizard.Planning;
import keyturn.ui.wizard.RememberedLooks;
import keyturn.ui.wizard.Replan;
import keyturn.ui.work.Background;

/** Makes the pages that every flow has, around one draft; each is handed only what it calls. */
final class WizardPages {

    private final WizardPorts ports;
    private final Background background;
    private final OpenWorld open;
    private final Draft draft;
    private final Navigator navigator;
    private final Planning planning;
    private final ScriptsModel scripts;
    private final ScriptPane pane;
    private final TroubleViewModel trouble;
    private final ConnectViewModel connect;
    private final ServersViewModel servers;
    private final SettingsViewModel settings;
    private Consumer<Path> openPlan = plan -> {};
    private Consumer<Flow> connectFor = flow -> {};

    WizardPages(WizardPorts ports, Background background, OpenWorld open, Draft draft, Navigator navigator) {
        this.ports = ports;
        this.background = background;
        this.open = open;
        this.draft = draft;
        this.navigator = navigator;
        planning = new Planning(draft, background, ports.files(), ports.clock());
        scripts = new ScriptsModel(
                draft,
                background,
                new Saving(background, ports.question()),
                new RememberedLooks(ports.settings(), background));
        pane = new ScriptPane(scripts);
        trouble = new TroubleViewModel(
                draft, background, ports.checking(), ports.desk().support(), flow -> {
                    draft.turnTo(flow);
                    navigator.goTo(PageId.INSPECT);
                    navigator.next();
                });
        connect = connect();
        servers = servers();
        settings = new SettingsViewModel(
                ports.desk(),
                new RememberedLooks(ports.settings(), background),
                background,
                new KeptPeriods(background, ports.settings()),
                navigator::close);
    }

    SettingsViewModel settings() {
        return settings;
    }

    /** What the pages of one flow are made with. */
    FlowPages.Means means() {
        var asks = new Asks(ports.logs(), ports.desk().ties(), new PracticeBystander(open, draft));
        return new FlowPages.Means(draft, planning, pane.node(), ports.directory(), ports.clock(), background, asks);
    }

    /**
     * @param flows in the order of their cards on the start page
     * @param showFolder opens a folder with the system's own program
     */
    List<Page> common(List<FlowPages> flows, Consumer<Path> showFolder) {
        PreviewViewModel preview = preview();
        RunsModel runs = runs(showFolder);
        return List.of(
                start(runs, flows),
                runs(runs),
                new Page(servers, new ServersView(servers, ports.clock(), ports.serverList())),
                new Page(settings, new SettingsView(settings, ports.version(), ports.directory(), ports.question())),
                new Page(trouble, new TroubleView(trouble, ports.question())),
                new Page(connect, new ConnectView(connect, ports.certificate(), ports.clock())),
                inspect(runs),
                preflight(),
                new Page(preview, new PreviewView(preview, pane.node(), ports.question(), ports.directory())),
                run(preview),
                verify(showFolder));
    }

    private ConnectViewModel connect() {
        return new ConnectViewModel(
                draft,
                background,
                new ConnectViewModel.Ports(
                        ports.look(),
                        ports.servers(),
                        ports.desk().certificates(),
                        ports.clock(),
                        () -> navigator.goTo(PageId.VERIFY),
                        () -> navigator.goTo(PageId.RUN),
                        this::opened,
                        ports.desk().registered(),
                        this::broughtIn));
    }

    private ServersViewModel servers() {
        return new ServersViewModel(
                background,
                new ServersViewModel.Ports(ports.servers(), ports.desk().studio()),
                new ServersViewModel.Ways(
                        this::toSignIn,
                        known -> {
                            draft.central().set(true);
                            toSignIn(known);
                        },
                        navigator::home));
    }

    private void broughtIn(List<RegisteredServer> found) {
        navigator.goTo(PageId.SERVERS);
        servers.bringIn(found);
    }

    /** A saved plan comes into the draft as it was saved; whether it still fits, the run finds out before its first act. */
    private void opened(Rendered saved) {
        draft.follow(saved.plan());
        draft.choices().set(saved.plan().choices());
        draft.rendered().set(saved);
        navigator.goTo(PageId.PREVIEW);
    }

    private RunsModel runs(Consumer<Path> show) {
        return new RunsModel(
                draft,
                background,
                new RunsModel.Ports(ports.runs(), ports.look(), ports.servers(), show),
                open,
                new RunsModel.Ways(
                        this::toSignIn, () -> navigator.goTo(PageId.RUN), () -> navigator.goTo(PageId.VERIFY)));
    }

    private void toSignIn(Known known) {
        connect.fill(known);
        navigator.goTo(PageId.CONNECT);
    }

    /** To the sign-in of the same server, with the fields of a vault. */
    void toVault() {
        draft.target().get().ifPresent(connect::askVault);
        navigator.reconnect();
    }

    private Page runs(RunsModel runs) {
        var all = new RunsViewModel(runs, navigator::home);
        return new Page(all, new RunsView(all, ports.desk().zone().zone(), ports.directory()));
    }

    private Page start(RunsModel runs, List<FlowPages> flows) {
        var start = new StartViewModel(
                draft,
                background,
                new StartViewModel.Ports(ports.worlds(), ports.look(), ports.servers(), ports.opening(), ports.clock()),
                open,
                runs,
                new StartViewModel.Ways(
                        () -> navigator.goTo(PageId.CONNECT),
                        this::toSignIn,
                        () -> navigator.goTo(PageId.INSPECT),
                        () -> navigator.goTo(PageId.RUNS),
                        () -> navigator.goTo(PageId.SERVERS)));
        openPlan = start::openPlan;
        connectFor = start::connect;
        return new Page(
                start, new StartView(start, ports.version(), ports.desk().zone().zone(), ports.planFile(), flows));
    }

    /** As from the start page. */
    void openPlan(Path plan) {
        openPlan.accept(plan);
    }

    /** What can be done wherever one is. */
    Everywhere everywhere() {
        return new Everywhere(navigator, draft, trouble, flow -> connectFor.accept(flow));
    }

    private Page inspect(RunsModel runs) {
        var home = new HomeViewModel(
                draft,
                background,
                new HomeViewModel.Ports(
                        ports.look(), ports.settings(), ports.question(), ports.clock(), navigator::next),
                runs);
        var rehearsal = new Rehearsal(
                draft,
                background,
                new Rehearsal.Ports(ports.worlds(), ports.look(), ports.clock(), navigator::again),
                open);
        return new Page(home, new HomeView(home, RehearsalParts.button(rehearsal), RehearsalParts.told(rehearsal)));
    }

    private Page preflight() {
        var preflight = new PreflightViewModel(
                draft,
                planning,
                new Saving(background, ports.question()),
                new VaultTrial(draft, planning, background, ports.vault()));
        return new Page(preflight, new PreflightView(preflight, pane.node()));
    }

    private PreviewViewModel preview() {
        return new PreviewViewModel(
                draft, scripts.current(), background, ports.bundling(), scripts.compact(), ports.clock(), ports.who());
    }

    private Page run(PreviewViewModel preview) {
        var replan = new Replan(draft, background, planning, ports.look());
        var restart = new PracticeRestart(background, new PracticeBystander(open, draft));
        var run = new RunViewModel(
                draft,
                background,
                new RunPorts(
                        ports.conduct(),
                        ports.completed(),
                        ports.stopped(),
                        ports.bundling(),
                        this::runsFolder,
                        preview::backoutCopy,
                        () -> navigator.goTo(PageId.PREVIEW),
                        (plan, failed) ->
                                replan.make(plan, () -> navigator.anew(PageId.PREFLIGHT, PageId.INSPECT), failed)),
                ports.clock());
        return new Page(run, new RunView(run, ports.question(), restart, ports.conduct()::mustEnd, navigator::leave));
    }

    /** By where this run goes, and not by what else is open: a practice world may wait while production is worked on. */
    private Path runsFolder() {
        boolean own = draft.target().get().filter(open::isAt).isPresent();
        return own ? FiledRuns.practice(ports.folder()) : ports.folder();
    }

    private Page verify(Consumer<Path> showFolder) {
        var verify = new VerifyViewModel(
                draft,
                background,
                new VerifyViewModel.Ports(
                        ports.completed(), ports.later(), ports.look(), () -> navigator.goTo(PageId.RUN)),
                open,
                ports.clock());
        return new Page(verify, new VerifyView(verify, showFolder));
    }
}
