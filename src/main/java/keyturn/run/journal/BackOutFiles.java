package keyturn.run.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.BackOut;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.Undo;
import keyturn.plan.words.StepWords;
import keyturn.plan.words.UndoWords;
import keyturn.run.files.DurableFile;
import keyturn.script.Scripts;
import keyturn.script.Scripts.StepScript;

/**
 * Back-outs as T-SQL, on the disk before what they undo is sent: {@code backout.sql} with the plan's own undo before the first
 * step, and {@code backout-3.sql} from the state just read right before step 3; in the run's folder and in a second place.
 */
public final class BackOutFiles {

    private final List<Path> places;
    private final String runId;
    private final String prefix;

    private BackOutFiles(List<Path> places, String runId, String prefix) {
        this.places = List.copyOf(places);
        this.runId = runId;
        this.prefix = prefix;
    }

    /**
     * @param copy gets a folder named after the run
     * @param part 0 for the run's own plan, then each back-out by its number
     * @throws Problem.Raised if the second place cannot be had
     */
    public static BackOutFiles in(Path folder, Optional<Path> copy, String runId, int part) throws Problem.Raised {
        List<Path> places = new ArrayList<>(List.of(folder));
        if (copy.isPresent()) {
            Path second = copy.get().resolve(runId);
            try {
                if (!Files.isDirectory(second)) {
                    DurableFile.createFolder(second);
                }
            } catch (IOException failure) {
                throw RunFolder.unwritable(second, failure);
            }
            places.add(second);
        }
        return new BackOutFiles(places, runId, part == 0 ? "backout" : "backout-of-backout-" + part);
    }

    /** The plan's own undo, the last step's first. */
    public void ofPlan(Scripts approved) throws Problem.Raised {
        StringBuilder text =
                new StringBuilder("-- Keyturn " + runId + ": back-out script, written before the first step.\n"
                        + "-- Run only the parts for steps that the journal shows as started, from the top.\n");
        for (StepScript script : approved.steps().reversed()) {
            text.append("\n-- Step ").append(script.id()).append(": ").append(title(script.step()));
            text.append('\n').append(undo(script));
        }
        write(prefix, text.toString());
    }

    /** What undoes this step, from the state just read; none is written where it changes nothing that could be undone. */
    public void ofStep(Step step, Inspection now) throws Problem.Raised {
        List<Step> undo = BackOut.ofStep(step, now);
        if (!undo.isEmpty()) {
            write(
                    prefix + "-" + step.id(),
                    "-- Keyturn " + runId + ": back-out of step " + step.id() + ", " + title(step)
                            + ",\n-- from the state read at " + now.takenAt() + ", right before the step was sent.\n"
                            + "-- If there are several files, run the one with the highest number first.\n\n"
                            + acts(undo.stream().map(Scripts::render).toList()));
        }
    }

    private void write(String name, String text) throws Problem.Raised {
        for (Path place : places) {
            Path file = free(place, name);
            try {
                DurableFile.writeNew(file, text);
            } catch (IOException failure) {
                throw RunFolder.unwritable(file, failure);
            }
        }
    }

    /** A step that is sent again has a look of its own before it. */
    private static Path free(Path place, String name) {
        Path file = place.resolve(name + ".sql");
        for (int again = 2; Files.exists(file); again++) {
            file = place.resolve(name + "-again-" + again + ".sql");
        }
        return file;
    }

    private static String title(Step step) {
        return OneLine.shown(StepWords.title(step));
    }

    private static String undo(StepScript script) {
        return switch (Conduct.of(script.step()).undo()) {
            case Undo.None none ->
                "-- Nothing to undo: " + OneLine.shown(UndoWords.of(none).text()) + "\n";
            case Undo.ByHand hand ->
                "-- By hand: " + OneLine.shown(UndoWords.of(hand).text()) + "\n";
            case Undo.BySteps by -> acts(script.undo());
        };
    }

    private static String acts(List<StepScript> scripts) {
        StringBuilder acts = new StringBuilder();
        for (StepScript script : scripts) {
            acts.append(script.act().shownAsTSql()).append("\nGO\n");
        }
        return acts.toString();
    }
}
