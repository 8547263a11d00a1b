package keyturn.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import keyturn.plan.Flows;
import keyturn.plan.flow.FlowName;
import keyturn.ui.frame.CodeBanner;
import keyturn.ui.frame.Frame;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.explain.ExplainRequest;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.FlowPages;
import keyturn.ui.wizard.Navigator;
import keyturn.ui.wizard.OpenWorld;
import keyturn.ui.wizard.RememberedLooks;
import keyturn.ui.wizard.Routes;
import keyturn.ui.work.Background;
import keyturn.ui.work.Settling;

/** All pages in one frame, around one draft; each use of the wizard passes by those of the others. */
final class Wizard {

    private final Draft draft = new Draft();
    private final Frame frame;

    /**
     * @param open keeps the practice world that the window starts; anyone who opened the window closes it
     * @param showFolder opens a folder with the system's own program
     */
    Wizard(WizardPorts ports, Background background, OpenWorld open, Consumer<Path> showFolder) {
        var navigator = new Navigator(draft);
        var made = new WizardPages(ports, background, open, draft, navigator);
        List<FlowPages> flows = Flows.parts(FlowPages.class);
        Map<FlowName, List<Page>> own = new LinkedHashMap<>();
        flows.forEach(flow -> own.put(flow.name(), flow.pages(made.means())));
        List<Page> pages = new ArrayList<>(made.common(flows, showFolder));
        own.values().forEach(pages::addAll);
        navigator.take(pages.stream().map(Page::model).toList(), Routes.of(own));
        frame = new Frame(
                pages,
                navigator,
                draft,
                ports.clock(),
                new CodeBanner(ports.codes(), background, ports.clock().getZone()),
                new Settling(background),
                new RememberedLooks(ports.settings(), background));
        frame.root().addEventHandler(ExplainRequest.ASKED, made::explain);
        navigator.begin();
    }

    Frame frame() {
        return frame;
    }

    /** What the pages have gathered so far. */
    Draft draft() {
        return draft;
    }
}
