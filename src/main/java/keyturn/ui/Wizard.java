package keyturn.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import keyturn.plan.Flows;
import keyturn.plan.flow.FlowName;
import keyturn.ui.files.Saving;
import keyturn.ui.frame.CodeBanner;
import keyturn.ui.frame.FaultBanner;
import keyturn.ui.frame.Frame;
import keyturn.ui.frame.Page;
import keyturn.ui.parts.explain.ExplainRequest;
import keyturn.ui.parts.explain.GuideRequest;
import keyturn.ui.parts.explain.VaultRequest;
import keyturn.ui.parts.table.ExportRequest;
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
    private final WizardPages made;

    /** @param open keeps the practice world that the window starts; anyone who opened the window closes it */
    Wizard(WizardPorts ports, Background background, OpenWorld open) {
        var navigator = new Navigator(draft);
        made = new WizardPages(ports, background, open, draft, navigator);
        List<FlowPages> flows = Flows.parts(FlowPages.class);
        Map<FlowName, List<Page>> own = new LinkedHashMap<>();
        flows.forEach(flow -> own.put(flow.name(), flow.pages(made.means())));
        var fault = new FaultBanner(ports.desk(), background, ports.question());
        ports.desk().zone().follow(draft);
        List<Page> pages = new ArrayList<>(made.common(flows, fault::open));
        own.values().forEach(pages::addAll);
        navigator.take(pages.stream().map(Page::model).toList(), Routes.of(own));
        frame = new Frame(
                pages,
                navigator,
                draft,
                ports.clock(),
                new Frame.Banners(new CodeBanner(ports.codes(), background, ports.clock()), fault),
                new Settling(background),
                new RememberedLooks(ports.settings(), background));
        frame.offer(made.everywhere());
        made.settings().take(frame.appearance(), frame.zoom());
        frame.root().addEventHandler(ExplainRequest.ASKED, made.everywhere()::explain);
        frame.root().addEventHandler(VaultRequest.ASKED, asked -> made.toVault());
        frame.root().addEventHandler(GuideRequest.ASKED, asked -> frame.openHelp());
        frame.root().addEventHandler(ExportRequest.ASKED, asked -> export(ports, background, fault, asked));
        navigator.begin();
    }

    /** What came of it stands under the strip, wherever the table is. */
    private void export(WizardPorts ports, Background background, FaultBanner told, ExportRequest asked) {
        var saving = new Saving(background, ports.question());
        saving.said().subscribe(sentence -> {
            if (!sentence.isEmpty()) {
                told.say(sentence);
            }
        });
        saving.ask(frame.root().getScene().getWindow(), asked.proposed(), asked::csv);
    }

    /** To the server of a saved plan, and then to the plan itself. */
    void openPlan(Path plan) {
        made.openPlan(plan);
    }

    Frame frame() {
        return frame;
    }

    /** What the pages have gathered so far. */
    Draft draft() {
        return draft;
    }
}
