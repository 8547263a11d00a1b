package keyturn.cli;

import keyturn.cli.Paint.Ink;
import keyturn.domain.Problem;

/** Problems as messages: what was wrong, what came back, what to do now, under a stable code. */
final class Problems {

    private Problems() {}

    static void print(Page messages, Problem problem) {
        messages.hanging(
                Ink.PLAIN, 0, 2, Page.say("cli.problem", problem.summary().text(), problem.code()));
        problem.detail().stream().flatMap(String::lines).forEach(line -> messages.hanging(Ink.PLAIN, 2, 2, line));
        messages.hanging(Ink.PLAIN, 2, 2, problem.next().text());
    }
}
