package keyturn.ui.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.files.DurableFile;
import keyturn.ui.parts.Words;
import keyturn.ui.work.Background;

/** Saves a text as a new file where somebody says, and tells in a sentence what came of it. */
public final class Saving {

    private final Background background;
    private final FileQuestion question;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    public Saving(Background background, FileQuestion question) {
        this.background = background;
        this.question = question;
    }

    /** What came of it; empty until something was saved. */
    public ObservableValue<String> said() {
        return said.getReadOnlyProperty();
    }

    /** Nothing is said any more. */
    public void forget() {
        said.set("");
    }

    /** Says something else instead. */
    public void say(String sentence) {
        said.set(sentence);
    }

    /**
     * Asks where, and writes.
     *
     * @param proposed name without folder
     */
    public void ask(Window owner, String proposed, Supplier<String> text) {
        question.ask(owner, proposed).ifPresent(file -> save(file, text.get()));
    }

    /** As {@link #ask}; the content is made off JavaFX's thread. */
    public void askBytes(Window owner, String proposed, Supplier<byte[]> content) {
        question.ask(owner, proposed).ifPresent(file -> save(file, content));
    }

    /** A file that is there already stays as it is. */
    public void save(Path file, String text) {
        save(file, () -> text.getBytes(StandardCharsets.UTF_8));
    }

    private void save(Path file, Supplier<byte[]> content) {
        background.perform(
                () -> write(file, content.get()),
                done -> said.set(Words.of("save.done", file)),
                why -> said.set(why.summary().text() + " " + why.next().text()));
    }

    private static Path write(Path file, byte[] content) throws Problem.Raised {
        try {
            DurableFile.writeNew(file, content);
            return file;
        } catch (IOException refused) {
            throw new Problem.Raised(new Problem(
                    "ui.save.failed",
                    Message.of("ui.save.failed", file),
                    Optional.of(refused.toString()),
                    Message.of("ui.save.failed.next")));
        }
    }
}
