package keyturn.evidence.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.words.DurationWords;
import keyturn.plan.words.StepWords;
import keyturn.script.Scripts;

/** A plan as a change request tells it: the sections that a ticket asks for, in words, for text and page alike. */
public record Change(Plan plan, Scripts scripts) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A section and what stands in it. */
    public record Section(String heading, List<Line> lines) {}

    /** A paragraph, an entry of a list, or an entry below one. */
    public record Line(Kind kind, String text) {

        static Line text(Message words) {
            return new Line(Kind.TEXT, words.text());
        }

        static Line item(Message words) {
            return new Line(Kind.ITEM, words.text());
        }

        static Line below(Message words) {
            return new Line(Kind.BELOW, words.text());
        }

        static Line code(String code) {
            return new Line(Kind.CODE, code);
        }
    }

    /** How a line stands. */
    public enum Kind {
        TEXT,
        ITEM,
        BELOW,
        /** As it is sent: lines that are not broken. */
        CODE
    }

    /** One line, as a ticket's short description takes it. */
    public String title() {
        return Message.of(
                        "evidence.change.title",
                        plan.identity().name(),
                        plan.flow().ticket(plan).title().text())
                .text();
    }

    public boolean practice() {
        return plan.identity().practice();
    }

    public List<Section> sections() {
        return new ChangeSections(this).all();
    }

    public static String time(Instant at) {
        return TIME.format(at);
    }

    static String duration(Duration time) {
        return DurationWords.of(time);
    }

    /** All steps together. */
    Duration expected() {
        return plan.steps().stream().map(step -> Conduct.of(step).expected()).reduce(Duration.ZERO, Duration::plus);
    }

    public static String title(Step step) {
        return OneLine.shown(StepWords.title(step));
    }
}
