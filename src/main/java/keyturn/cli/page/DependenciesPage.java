package keyturn.cli.page;

import java.time.Period;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.depend.DependencyGraph;
import keyturn.plan.depend.KeySince;
import keyturn.plan.due.KnownDates;
import keyturn.plan.due.TimeLine;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.words.DependencyText;
import keyturn.plan.words.DueWords;

/** What depends on what, and what is due when, for people: the lines that the window has beside its pictures. */
public final class DependenciesPage {

    private final TerminalPage page;
    private final Inspection seen;
    private final KnownDates dates;

    /** @param dates of the runs of this machine */
    public DependenciesPage(TerminalPage page, Inspection seen, KnownDates dates) {
        this.page = page;
        this.seen = seen;
        this.dates = dates;
    }

    public void print() {
        Period rotation = KeySince.USUAL_PERIOD;
        DependencyGraph graph = DependencyGraph.of(seen, Forecast.of(seen), rotation);
        page.heading(Message.of("cli.inspect.dependencies"));
        DependencyText.lines(graph).forEach(this::line);
        page.heading(Message.of("cli.inspect.dates"));
        DueWords.lines(TimeLine.of(seen, graph, rotation, dates)).forEach(this::line);
    }

    private void line(String text) {
        int indent = text.length() - text.stripLeading().length();
        page.hanging(Ink.PLAIN, 2 + indent, 2, text.strip());
    }
}
