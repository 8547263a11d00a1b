package keyturn.ui.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import keyturn.domain.OneLine;
import keyturn.plan.Plan;
import keyturn.plan.change.PlanSection;
import keyturn.plan.change.PlanSections;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.words.SectionWords;
import keyturn.plan.words.StepWords;

/** Which rows of a plan's steps are shown: sections, and below those that are open their steps, or databases with theirs. */
public final class StepTree {

    /** Of more databases than these, each has a head of its own, and begins folded. */
    private static final int DATABASES_WITHOUT_HEADS = 4;

    /** A section of changes with more rows than these begins folded. */
    private static final int OPEN_AT_FIRST = 20;

    private final ObservableList<StepRow> rows = FXCollections.observableArrayList();
    private final ObservableList<StepRow> shown = FXCollections.unmodifiableObservableList(rows);
    private List<Step> steps = List.of();
    private List<PlanSection> sections = List.of();

    /** The rows in sight or to be scrolled to, in the order of the plan. */
    public ObservableList<StepRow> rows() {
        return shown;
    }

    /** Begins anew with this plan: what changes something is open, tests and backups are folded. */
    public void show(Optional<Plan> plan) {
        steps = plan.map(Plan::steps).orElse(List.of());
        sections = PlanSections.of(steps);
        List<StepRow> heads = new ArrayList<>();
        for (PlanSection section : sections) {
            StepRow row = plan.map(whole -> row(whole, section)).orElseThrow();
            heads.add(row);
            heads.addAll(below(row));
        }
        rows.setAll(heads);
    }

    private static StepRow row(Plan plan, PlanSection section) {
        return section.steps().size() == 1
                ? new StepRow.One(section.steps().getFirst(), 0)
                : new StepRow.Head(
                        SectionWords.title(plan, section).text(),
                        SectionWords.about(section),
                        section.steps(),
                        Optional.of(SectionTag.of(section.steps())),
                        0,
                        beginsOpen(section));
    }

    private static boolean beginsOpen(PlanSection section) {
        return switch (section.kind()) {
            case CHANGE -> true;
            case DATABASES -> section.databases().size() <= OPEN_AT_FIRST;
            case BACKUPS_FIRST, TESTS_BEFORE, TESTS_AFTER, LOOK, BACKUPS_AFTER -> false;
        };
    }

    /** Opens or folds the head of this row; any other row stays as it is. */
    public void toggle(int index) {
        switch (rows.get(index)) {
            case StepRow.One one -> {}
            case StepRow.Head head -> toggle(index, head);
        }
    }

    private void toggle(int index, StepRow.Head head) {
        rows.set(index, head.turned());
        if (head.open()) {
            rows.remove(index + 1, endOf(index, head.depth()));
        } else {
            rows.addAll(index + 1, below(head.turned()));
        }
    }

    /** Whether anything is folded. */
    public boolean hasFolded() {
        return rows.stream().anyMatch(StepTree::isFolded);
    }

    /** Opens every head, or folds every one. */
    public void all(boolean open) {
        List<StepRow> made = new ArrayList<>();
        for (StepRow row : rows) {
            if (row.depth() == 0) {
                add(made, row, open);
            }
        }
        rows.setAll(made);
    }

    private void add(List<StepRow> to, StepRow row, boolean open) {
        StepRow turned = isFolded(row) == open ? turned(row) : row;
        to.add(turned);
        below(turned).forEach(each -> add(to, each, open));
    }

    private static StepRow turned(StepRow row) {
        return switch (row) {
            case StepRow.Head head -> head.turned();
            case StepRow.One one -> one;
        };
    }

    /** The row of this step, once what it is folded into is open; empty for a step of another plan. */
    public OptionalInt reveal(StepId id) {
        for (int index = 0; index < rows.size(); index++) {
            StepRow row = rows.get(index);
            if (holds(row, id)) {
                if (isFolded(row)) {
                    toggle(index);
                } else if (isStep(row)) {
                    return OptionalInt.of(index);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** The row that stands for this step now: its own, or the folded head that holds it. */
    public OptionalInt place(StepId id) {
        for (int index = 0; index < rows.size(); index++) {
            StepRow row = rows.get(index);
            if (holds(row, id) && (isStep(row) || isFolded(row))) {
                return OptionalInt.of(index);
            }
        }
        return OptionalInt.empty();
    }

    /** A step by its number or by a part of its title, the next one after this; begins again at the first. */
    public Optional<StepId> find(String wanted, Optional<StepId> after) {
        String text = wanted.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty() || steps.isEmpty()) {
            return Optional.empty();
        }
        if (text.chars().allMatch(Character::isDigit) && text.length() < 9) {
            int number = Integer.parseInt(text);
            return steps.stream()
                    .map(Step::id)
                    .filter(id -> id.number() == number)
                    .findFirst();
        }
        int from = after.map(StepId::number).orElse(0);
        for (int place = 0; place < steps.size(); place++) {
            Step step = steps.get(Math.floorMod(from + place, steps.size()));
            if (StepWords.title(step).toLowerCase(Locale.ROOT).contains(text)) {
                return Optional.of(step.id());
            }
        }
        return Optional.empty();
    }

    private static boolean holds(StepRow row, StepId id) {
        return row.first().number() <= id.number() && id.number() <= row.last().number();
    }

    private static boolean isStep(StepRow row) {
        return switch (row) {
            case StepRow.Head head -> false;
            case StepRow.One one -> true;
        };
    }

    private static boolean isFolded(StepRow row) {
        return switch (row) {
            case StepRow.Head head -> !head.open();
            case StepRow.One one -> false;
        };
    }

    private int endOf(int index, int depth) {
        int end = index + 1;
        while (end < rows.size() && rows.get(end).depth() > depth) {
            end++;
        }
        return end;
    }

    /** What stands below a row; nothing below a folded one. */
    private List<StepRow> below(StepRow row) {
        return switch (row) {
            case StepRow.One one -> List.of();
            case StepRow.Head head -> !head.open() ? List.of() : head.depth() == 0 ? inSection(head) : steps(head);
        };
    }

    private List<StepRow> inSection(StepRow.Head head) {
        PlanSection section = sections.stream()
                .filter(each -> each.steps().getFirst().id().equals(head.first()))
                .findFirst()
                .orElseThrow();
        boolean heads =
                switch (section.kind()) {
                    case DATABASES -> true;
                    case BACKUPS_FIRST, TESTS_BEFORE, CHANGE, TESTS_AFTER, LOOK, BACKUPS_AFTER -> false;
                };
        List<PlanSection.OfDatabase> databases = heads ? section.databases() : List.of();
        return databases.size() > DATABASES_WITHOUT_HEADS
                ? databases.stream().map(StepTree::ofDatabase).toList()
                : steps(head);
    }

    private static StepRow ofDatabase(PlanSection.OfDatabase database) {
        List<Step> own = database.steps();
        return own.size() == 1
                ? new StepRow.One(own.getFirst(), 1)
                : new StepRow.Head(OneLine.shown(database.database().value()), "", own, Optional.empty(), 1, false);
    }

    private static List<StepRow> steps(StepRow.Head head) {
        return head.steps().stream()
                .<StepRow>map(step -> new StepRow.One(step, head.depth() + 1))
                .toList();
    }
}
