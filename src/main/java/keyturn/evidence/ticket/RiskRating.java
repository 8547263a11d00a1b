package keyturn.evidence.ticket;

import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.plan.Plan;
import keyturn.plan.flow.Ticket;
import keyturn.plan.flow.TicketTasks;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.TestStep;

/**
 * How a board would rate the risk of a plan, from what the plan knows.
 *
 * @param reasons for the level first, then what lowers the risk
 */
record RiskRating(Level level, List<Message> reasons) {

    private static final String UNCERTAIN = "plan.forecast.headline.uncertain";
    private static final String NOT_OPEN = "plan.notice.notOpen";

    /** From the lowest to the highest. */
    enum Level {
        /** Nothing that is there changes. */
        LOW,
        /** What is there changes, each step can be undone, and each database is tested. */
        MEDIUM,
        /** Service stops, a step cannot be undone, or something that could show a failure in time is missing. */
        HIGH
    }

    static RiskRating of(Plan plan, Ticket ticket, TicketTasks tasks) {
        List<Message> high = high(plan, ticket);
        List<Message> medium = medium(plan, tasks);
        Level level = !high.isEmpty() ? Level.HIGH : !medium.isEmpty() ? Level.MEDIUM : Level.LOW;
        List<Message> reasons = new ArrayList<>(high);
        reasons.addAll(medium);
        reasons.addAll(lowering(plan));
        return new RiskRating(level, List.copyOf(reasons));
    }

    private static List<Message> high(Plan plan, Ticket ticket) {
        List<Message> reasons = new ArrayList<>();
        List<Step> hard = plan.steps().stream()
                .filter(step -> switch (Conduct.of(step).risk()) {
                    case INTERRUPTS, DESTROYS -> true;
                    case READS, ADDS, REVERSIBLE -> false;
                })
                .toList();
        if (!hard.isEmpty()) {
            reasons.add(words("hard", StepNumbers.of(hard)));
        }
        long untested = untested(plan);
        if (untested > 0) {
            reasons.add(words("untested", untested, plan.basis().databases().size()));
        }
        long closed = notices(plan, NOT_OPEN);
        if (closed > 0) {
            reasons.add(words("closed", closed));
        }
        if (notices(plan, UNCERTAIN) > 0) {
            reasons.add(words("uncertain"));
        }
        long open = ticket.toAttest().stream()
                .filter(one -> !plan.choices().attested().contains(one))
                .count();
        if (open > 0) {
            reasons.add(words("unconfirmed", open));
        }
        return reasons;
    }

    private static List<Message> medium(Plan plan, TicketTasks tasks) {
        List<Message> reasons = new ArrayList<>();
        long changes =
                plan.steps().stream().map(Conduct::of).filter(Conduct::changes).count();
        if (changes > 0) {
            int databases = plan.basis().databases().size();
            reasons.add(databases == 0 ? words("changesNone", changes) : words("changes", changes, databases));
        }
        if (tasks.restart().isPresent()) {
            reasons.add(words("restart", plan.basis().databases().size()));
        }
        return reasons;
    }

    private static List<Message> lowering(Plan plan) {
        List<Message> reasons = new ArrayList<>();
        boolean first = TestStep.tests(plan.steps()).anyMatch(TestStep.TestDatabase::isBefore);
        if (first) {
            reasons.add(words("testedFirst"));
        }
        reasons.add(words("undoReady"));
        return reasons;
    }

    /** Databases whose key no step of the plan tests. */
    private static long untested(Plan plan) {
        long tested = TestStep.tests(plan.steps())
                .filter(TestStep.TestDatabase::isSent)
                .map(TestStep.TestDatabase::database)
                .distinct()
                .count();
        return plan.basis().databases().size() - tested - notices(plan, NOT_OPEN);
    }

    private static long notices(Plan plan, String key) {
        return plan.notices().stream()
                .filter(notice -> notice.key().equals(key))
                .count();
    }

    private static Message words(String key, Object... arguments) {
        return Message.of("evidence.change.rating." + key, arguments);
    }
}
