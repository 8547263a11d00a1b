package keyturn.cli.page;

import java.util.List;
import keyturn.cli.page.Paint.Ink;
import keyturn.domain.Message;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;

/** What a preflight found that needs a look: fine findings are only counted. */
public final class FindingsPage {

    private final TerminalPage page;

    public FindingsPage(TerminalPage page) {
        this.page = page;
    }

    public void print(List<Finding> findings) {
        page.heading(Message.of("cli.findings"));
        long fine =
                findings.stream().filter(one -> one.severity() == Severity.FINE).count();
        page.text(Ink.GOOD, 2, TerminalPage.say("cli.findings.fine", fine));
        findings.stream()
                .filter(one -> one.severity() == Severity.ATTENTION || one.severity() == Severity.CONFIRM)
                .forEach(this::print);
    }

    private void print(Finding finding) {
        page.hanging(
                Ink.CARE,
                2,
                2,
                TerminalPage.say(
                        "cli.findings." + finding.severity(),
                        finding.title().text(),
                        finding.reason().text()));
        finding.next().ifPresent(next -> page.hanging(Ink.QUIET, 4, 2, Advice.of(next)));
    }
}
