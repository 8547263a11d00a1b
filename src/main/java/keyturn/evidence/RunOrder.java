package keyturn.evidence;

import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.evidence.ticket.Change;
import keyturn.plan.flow.Ticket;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;
import keyturn.script.GuardedScripts;
import keyturn.script.GuardedScripts.StepFile;

/** Who does what in which order: the scripts, and all that is no script. */
final class RunOrder {

    private RunOrder() {}

    static String of(Change change, GuardedScripts guarded) {
        StringBuilder text = new StringBuilder();
        ChangeText.paragraph(text, "", "", change.title());
        if (change.practice()) {
            ChangeText.paragraph(text, "", "", HtmlPage.practice());
        }
        List<Message> order = order(change);
        for (int i = 0; i < order.size(); i++) {
            String number = (i + 1) + ". ";
            text.append('\n');
            ChangeText.paragraph(
                    text, number, " ".repeat(number.length()), order.get(i).text());
        }
        text.append('\n');
        ChangeText.paragraph(text, "", "", words("steps").text());
        for (int i = 0; i < guarded.steps().size(); i++) {
            step(text, change.plan().steps().get(i), guarded.steps().get(i));
        }
        text.append('\n');
        ChangeText.paragraph(text, "", "", words("exits").text());
        return text.toString();
    }

    private static List<Message> order(Change change) {
        Ticket.Order own = change.plan().flow().ticket(change.plan()).order();
        List<Message> order = new ArrayList<>();
        order.add(words("sums", Sums.FILE));
        order.addAll(own.before());
        order.add(words("certificate"));
        order.add(words("whatIf"));
        order.add(own.forward());
        if (TestStep.tests(change.plan().steps()).anyMatch(test -> !test.isSent())) {
            order.add(words("own"));
        }
        order.addAll(own.after());
        return order;
    }

    private static void step(StringBuilder text, Step step, StepFile file) {
        String number = "  " + step.id() + ". ";
        ChangeText.paragraph(text, number, " ".repeat(number.length()), Change.title(step));
        ChangeText.paragraph(text, " ".repeat(number.length()), " ".repeat(number.length()), "steps/" + file.name());
    }

    private static Message words(String key, Object... arguments) {
        return Message.of("evidence.order." + key, arguments);
    }
}
