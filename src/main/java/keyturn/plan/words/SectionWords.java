package keyturn.plan.words;

import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.plan.Plan;
import keyturn.plan.change.PlanSection;
import keyturn.plan.step.Step;

/** What the sections of a plan are called. */
public final class SectionWords {

    /** So many names stand in one line; the rest is counted. */
    private static final int NAMES = 6;

    private SectionWords() {}

    public static Message title(Plan plan, PlanSection section) {
        return switch (section.kind()) {
            case CHANGE -> plan.flow().changing(plan);
            case DATABASES -> Message.of("plan.section.DATABASES");
            case LOOK -> Message.of("plan.section.LOOK");
            case BACKUPS_FIRST -> counted("BACKUPS_FIRST", section);
            case TESTS_BEFORE -> counted("TESTS_BEFORE", section);
            case TESTS_AFTER -> counted("TESTS_AFTER", section);
            case BACKUPS_AFTER -> counted("BACKUPS_AFTER", section);
        };
    }

    /** Which databases it is about, or what its steps do, in one line. */
    public static String about(PlanSection section) {
        List<PlanSection.OfDatabase> databases = section.databases();
        return databases.isEmpty() ? titles(section.steps()) : names(databases);
    }

    private static Message counted(String kind, PlanSection section) {
        return Message.of("plan.section." + kind, section.databases().size());
    }

    private static String titles(List<Step> steps) {
        return StepWords.titles(steps.stream().limit(NAMES).toList());
    }

    private static String names(List<PlanSection.OfDatabase> databases) {
        String some = databases.stream()
                .limit(NAMES)
                .map(PlanSection.OfDatabase::database)
                .map(DatabaseName::value)
                .map(OneLine::shown)
                .collect(Collectors.joining(", "));
        int rest = databases.size() - NAMES;
        return rest > 0 ? Message.of("plan.section.more", some, rest).text() : some;
    }
}
