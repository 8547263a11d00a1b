package keyturn.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import keyturn.plan.Flows;
import keyturn.plan.flow.Flow;
import keyturn.ui.frame.PageId;
import keyturn.ui.frame.PaletteCommand;
import keyturn.ui.parts.Wanted;
import keyturn.ui.parts.Words;
import keyturn.ui.parts.explain.ExplainRequest;
import keyturn.ui.trouble.TroubleViewModel;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.Navigator;

/**
 * What can be done wherever one is: each job, the checks, and the meaning of an error. Never away from a run that must stay in sight.
 *
 * @param connect to the sign-in, and from there into a job
 */
record Everywhere(Navigator navigator, Draft draft, TroubleViewModel trouble, Consumer<Flow> connect)
        implements PaletteCommand.Source {

    /** Error numbers have three digits at least, or are written in hexadecimal. */
    private static final Pattern NUMBER = Pattern.compile(".*(\\d{3,}|0x[0-9a-fA-F]{4,}).*");

    @Override
    public List<PaletteCommand> of(String words) {
        if (isHeld()) {
            return List.of();
        }
        List<PaletteCommand> found = new ArrayList<>();
        for (Flow flow : Flows.all()) {
            found.add(new PaletteCommand(flow.words("window.card.title").text(), () -> start(flow)));
        }
        found.add(new PaletteCommand(Words.of("palette.checks"), () -> explain(ExplainRequest.checks())));
        found.add(new PaletteCommand(Words.of("palette.questions"), () -> explain("")));
        found.removeIf(command -> !Wanted.holds(command.name(), words));
        if (NUMBER.matcher(words).matches()) {
            found.addFirst(new PaletteCommand(Words.of("palette.explain", words.strip()), () -> explain(words)));
        }
        return found;
    }

    private boolean isHeld() {
        return navigator.page().held().getValue();
    }

    private void explain(String text) {
        trouble.text().set(text.strip());
        explain(ExplainRequest.anything());
    }

    /** To the page that explains errors. */
    void explain(ExplainRequest request) {
        if (isHeld()) {
            return;
        }
        request.problem().ifPresent(trouble::explain);
        if (!navigator.current().get().equals(PageId.TROUBLE)) {
            navigator.goTo(PageId.TROUBLE);
        }
        if (request.wantsChecks()) {
            trouble.proceed(() -> {});
        }
    }

    /** On the server that is connected, else past the sign-in. */
    private void start(Flow flow) {
        if (draft.inspection().get().isPresent()) {
            navigator.leave();
            draft.turnTo(flow);
            navigator.anew(PageId.INSPECT, PageId.INSPECT);
            navigator.next();
        } else {
            navigator.home();
            connect.accept(flow);
        }
    }
}
