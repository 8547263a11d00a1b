package keyturn.ui.parts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.words.StepWords;

/**
 * A step as a row.
 *
 * @param line one line of why, or of what came back
 * @param mark how it stands, while it runs and after
 * @param tags what it risks, what was found
 * @param time planned, or real of planned; empty where there is none
 * @param share of the planned time that has passed or was needed, 0 to 1; empty where nothing ran
 */
public record StepLine(
        StepId id,
        String title,
        String line,
        Optional<Mark> mark,
        List<Tag> tags,
        String time,
        boolean changes,
        OptionalDouble share) {

    public StepLine {
        tags = List.copyOf(tags);
    }

    /** How a step stands. */
    public enum Mark {
        WAITING("○", "neutral"),
        NOW("●", "info"),
        DONE("✓", "fine"),
        SKIPPED("–", "neutral"),
        FAILED("⊘", "danger"),
        UNSURE("?", "attention");

        private final String sign;
        private final String style;

        Mark(String sign, String style) {
            this.sign = sign;
            this.style = style;
        }

        /** For those who see no colour. */
        public String sign() {
            return sign;
        }

        /** The style class that gives its colour. */
        public String style() {
            return style;
        }

        /** The word for it, for those who do not see the sign. */
        public String word() {
            return Words.of("parts.mark." + name());
        }
    }

    /** As it is planned: why it is there, what it risks, how long it should take. */
    public static StepLine planned(Step step) {
        StepWords words = StepWords.of(step);
        Conduct conduct = Conduct.of(step);
        return new StepLine(
                step.id(),
                words.title().text(),
                words.why().text(),
                Optional.empty(),
                List.of(riskOf(conduct.undo().told(conduct.risk()))),
                WindowTimes.duration(conduct.expected()),
                conduct.risk() != Conduct.Risk.READS,
                OptionalDouble.empty());
    }

    /** The same step as it stands now. Of its tags those stay that must not be missed while it runs. */
    public StepLine standing(Mark now, String said, String took) {
        List<Tag> kept = tags.stream().filter(tag -> tag.tone() == Tone.DANGER).toList();
        return new StepLine(id, title, said, Optional.of(now), kept, took, changes, OptionalDouble.empty());
    }

    /** The same step with other tags. */
    public StepLine tagged(Tag tag) {
        return new StepLine(id, title, line, mark, List.of(tag), time, changes, share);
    }

    /** The same step, drawn with a bar that shows how much of its planned time has passed. */
    public StepLine lasting(double part) {
        return new StepLine(id, title, line, mark, tags, time, changes, OptionalDouble.of(part));
    }

    /** All that the row says, in one sentence. */
    public String spoken() {
        StringBuilder all = new StringBuilder(Words.of("parts.step", id.number(), title));
        mark.ifPresent(now -> all.append(", ").append(now.word()));
        tags.forEach(tag -> all.append(", ").append(tag.word()));
        return all.append(". ").append(line).toString();
    }

    private static Tag riskOf(Conduct.Risk risk) {
        Tone tone =
                switch (risk) {
                    case READS -> Tone.NEUTRAL;
                    case ADDS, REVERSIBLE -> Tone.ATTENTION;
                    case INTERRUPTS, DESTROYS -> Tone.DANGER;
                };
        return new Tag(tone, Words.of("parts.risk." + risk));
    }
}
