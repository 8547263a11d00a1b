package keyturn.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import keyturn.plan.Flows;
import keyturn.plan.flow.FlowName;
import keyturn.script.Scripts;
import keyturn.ui.connect.ConnectView;
import keyturn.ui.connect.ConnectViewModel;
import keyturn.ui.files.Saving;
import keyturn.ui.frame.CodeBanner;
import keyturn.ui.frame.Frame;
import keyturn.ui.frame.Page;
import keyturn.ui.frame.PageId;
import keyturn.ui.inspect.InspectView;
import keyturn.ui.inspect.InspectViewModel;
import keyturn.ui.preflight.PreflightView;
import keyturn.ui.preflight.PreflightViewModel;
import keyturn.ui.preview.PreviewView;
import keyturn.ui.preview.PreviewViewModel;
import keyturn.ui.run.RunView;
import keyturn.ui.run.RunViewModel;
import keyturn.ui.scripts.ScriptPane;
import keyturn.ui.scripts.ScriptsModel;
import keyturn.ui.start.StartView;
import keyturn.ui.start.StartViewModel;
import keyturn.ui.verify.VerifyView;
import keyturn.ui.verify.VerifyViewModel;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Draft.Rendered;
import keyturn.ui.wizard.FlowPages;
import keyturn.ui.wizard.Navigator;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.wizard.Planning;
import keyturn.ui.wizard.Replan;
import keyturn.ui.wizard.Routes;
import keyturn.ui.work.Background;

/** All pages in their order, in one frame, around one draft; each use of the wizard passes by those of the others. */
final class Wizard {

    /** Runs on a world of the window's own lie apart: when it is gone, nobody can look at them again. */
    private static final String PRACTICE = "practice";

    private final Draft draft = new Draft();
    private final Frame frame;

    /**
     * @param open keeps the practice world that the window starts; whoever opened the window closes it
     * @param showFolder opens a folder with the system's own program
     */
    Wizard(WizardPorts ports, Background background, OpenWorld open, Consumer<Path> showFolder) {
        var navigator = new Navigator(draft);
        var connect = new ConnectViewModel(
                draft,
                background,
                new ConnectViewModel.Ports(
                        ports.look(),
                        ports.servers(),
                        ports.clock(),
                        () -> navigator.goTo(PageId.VERIFY),
                        () -> navigator.goTo(PageId.RUN),
                        () -> opened(navigator)));
        var start = new StartViewModel(
                draft,
                background,
                new StartViewModel.Ports(
                        ports.worlds(),
                        ports.look(),
                        ports.servers(),
                        ports.pending(),
                        ports.interrupted(),
                        ports.opening()),
                open,
                new StartViewModel.Ways(
                        () -> navigator.goTo(PageId.CONNECT),
                        known -> {
                            connect.fill(known);
                            navigator.goTo(PageId.CONNECT);
                        },
                        () -> navigator.goTo(PageId.INSPECT)));
        var inspect =
                new InspectViewModel(draft, background, ports.look(), ports.settings(), ports.clock(), navigator::next);
        var planning = new Planning(draft, background, ports.files(), ports.clock());
        var preflight = new PreflightViewModel(draft, planning, new Saving(background, ports.question()));
        var scripts = new ScriptsModel(draft, new Saving(background, ports.question()));
        var pane = new ScriptPane(scripts);
        var preview = new PreviewViewModel(
                draft, scripts.current(), background, ports.bundling(), ports.clock(), ports.who());
        var replan = new Replan(draft, background, planning, ports.look());
        var run = new RunViewModel(
                draft,
                background,
                new RunViewModel.Ports(
                        ports.conduct(),
                        ports.stopped(),
                        ports.bundling(),
                        () -> open.now().isPresent() ? ports.folder().resolve(PRACTICE) : ports.folder(),
                        preview::backoutCopy,
                        () -> navigator.goTo(PageId.PREVIEW),
                        (plan, failed) ->
                                replan.make(plan, () -> navigator.anew(PageId.PREFLIGHT, PageId.INSPECT), failed)),
                ports.clock());
        var verify = new VerifyViewModel(
                draft,
                background,
                new VerifyViewModel.Ports(ports.completed(), ports.later(), ports.look()),
                open,
                ports.clock());
        List<FlowPages> flows = Flows.parts(FlowPages.class);
        var means = new FlowPages.Means(draft, planning, pane.node(), ports.directory(), ports.clock());
        Map<FlowName, List<Page>> own = new LinkedHashMap<>();
        flows.forEach(flow -> own.put(flow.name(), flow.pages(means)));
        List<Page> pages = new ArrayList<>(List.of(
                new Page(
                        start,
                        new StartView(start, ports.version(), ports.clock().getZone(), ports.planFile(), flows)),
                new Page(connect, new ConnectView(connect, ports.certificate())),
                new Page(inspect, new InspectView(inspect)),
                new Page(preflight, new PreflightView(preflight, pane.node())),
                new Page(preview, new PreviewView(preview, pane.node(), ports.question(), ports.directory())),
                new Page(run, new RunView(run, ports.question(), navigator::home)),
                new Page(verify, new VerifyView(verify, showFolder))));
        own.values().forEach(pages::addAll);
        navigator.take(pages.stream().map(Page::model).toList(), Routes.of(own));
        frame = new Frame(
                pages,
                navigator,
                draft,
                ports.clock(),
                new CodeBanner(ports.codes(), background, ports.clock().getZone()));
        navigator.begin();
    }

    /** A saved plan comes into the draft as it was saved; whether it still fits, the run finds out before its first act. */
    private void opened(Navigator navigator) {
        draft.saved().get().ifPresent(plan -> {
            draft.follow(plan);
            draft.choices().set(plan.choices());
            draft.rendered().set(new Rendered(plan, Scripts.of(plan)));
            navigator.goTo(PageId.PREVIEW);
        });
    }

    Frame frame() {
        return frame;
    }

    /** What the pages have gathered so far. */
    Draft draft() {
        return draft;
    }
}
