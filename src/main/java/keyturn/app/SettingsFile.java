package keyturn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Period;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.files.DurableFile;
import keyturn.ui.wizard.Settings;

/** The settings in a file of this user's: a line each, name and value with a tab between. A line that is none is left out. */
record SettingsFile(Path file) implements Settings {

    private static final String ROTATION = "rotation-due\t";

    @Override
    public synchronized Period rotationDue() throws Problem.Raised {
        try {
            return Files.exists(file)
                    ? Files.readString(file)
                            .lines()
                            .filter(line -> line.startsWith(ROTATION))
                            .flatMap(line -> period(line.substring(ROTATION.length())).stream())
                            .findFirst()
                            .orElse(USUAL_ROTATION)
                    : USUAL_ROTATION;
        } catch (IOException unreadable) {
            throw raised("app.settings.read", unreadable);
        }
    }

    @Override
    public synchronized void rotationDue(Period age) throws Problem.Raised {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(next);
            DurableFile.writeNew(next, ROTATION + age + "\n");
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw raised("app.settings.write", unwritable);
        }
    }

    private static Optional<Period> period(String text) {
        try {
            Period age = Period.parse(text.strip());
            return age.isZero() || age.isNegative() ? Optional.empty() : Optional.of(age);
        } catch (DateTimeException noPeriod) {
            return Optional.empty();
        }
    }

    private Problem.Raised raised(String key, IOException why) {
        return new Problem.Raised(
                new Problem(key, Message.of(key, file), Optional.of(String.valueOf(why)), Message.of(key + ".next")));
    }
}
