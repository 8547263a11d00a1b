package keyturn.ui.trouble;

import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.inspection.ServerTimes;
import keyturn.script.RepairText;
import keyturn.script.powershell.HostLookLine;
import keyturn.trouble.check.CheckReport;
import keyturn.trouble.check.CheckResult;
import keyturn.trouble.check.CheckResult.State;
import keyturn.trouble.look.CheckLook;
import keyturn.trouble.words.LogWords;
import keyturn.ui.parts.Words;

/** The page as plain text, for a mail or a ticket: the state, each cause with its repair, each check. */
final class TroubleText {

    private static final String INDENT = "  ";

    private final List<String> lines = new ArrayList<>();

    private TroubleText() {}

    static String of(TroubleViewModel model) {
        var text = new TroubleText();
        text.lines.add(model.title());
        text.lines.add(model.lead());
        model.rows().forEach(text::cause);
        model.report().getValue().ifPresent(text::checks);
        model.seen().ifPresent(text::logs);
        return String.join("\n", text.lines) + "\n";
    }

    private void cause(CauseRow row) {
        lines.add("");
        lines.add("- " + row.cause().title().text() + " (" + Words.of("trouble.standing." + row.standing()) + ")");
        row.evidence().map(Message::text).ifPresent(seen -> lines.add(INDENT + seen));
        lines.add(INDENT + row.cause().fix().text());
        row.byHand().forEach(repair -> lines.add(INDENT + RepairText.of(repair)));
        row.look().ifPresent(look -> lines.add(INDENT + HostLookLine.of(look)));
    }

    private void logs(CheckLook.Looked looked) {
        List<Message> said = LogWords.of(looked.report().logs(), ServerTimes.of(looked.seen()));
        if (!said.isEmpty()) {
            lines.add("");
            lines.add(LogWords.title().text());
            said.forEach(line -> lines.add(INDENT + line.text()));
        }
    }

    private void checks(CheckReport report) {
        for (State state : State.values()) {
            report.in(state).forEach(this::check);
        }
    }

    private void check(CheckResult result) {
        lines.add("");
        lines.add(result.check().title().text() + ": " + result.state().title().text());
        result.lines().forEach(line -> lines.add(INDENT + line.text()));
        result.look().ifPresent(look -> lines.add(INDENT + HostLookLine.of(look)));
    }
}
