package keyturn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.forecast.Outlook;
import keyturn.run.files.DurableFile;
import keyturn.run.files.FileReason;
import keyturn.ui.wizard.Settings;

/** The settings in a file of this user's: a line each, name and value with a tab between. A line that is none is left out. */
record SettingsFile(Path file) implements Settings {

    private static final String ROTATION = "rotation-due";
    private static final String WARNING = "expiry-warning";

    @Override
    public synchronized Period rotationDue() throws Problem.Raised {
        return get(ROTATION, USUAL_ROTATION);
    }

    @Override
    public synchronized void rotationDue(Period age) throws Problem.Raised {
        put(ROTATION, age);
    }

    @Override
    public synchronized Period expiryWarning() throws Problem.Raised {
        return get(WARNING, Outlook.USUAL_WARNING);
    }

    @Override
    public synchronized void expiryWarning(Period before) throws Problem.Raised {
        put(WARNING, before);
    }

    @Override
    public synchronized Optional<String> look(Looks part) throws Problem.Raised {
        return values(name(part)).findFirst();
    }

    @Override
    public synchronized void look(Looks part, String value) throws Problem.Raised {
        put(name(part), value);
    }

    private static String name(Looks part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Period get(String name, Period usual) throws Problem.Raised {
        return values(name).flatMap(value -> period(value).stream()).findFirst().orElse(usual);
    }

    private Stream<String> values(String name) throws Problem.Raised {
        return lines().stream()
                .filter(line -> line.startsWith(name + "\t"))
                .map(line -> line.substring(name.length() + 1).strip());
    }

    private List<String> lines() throws Problem.Raised {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            throw raised("app.settings.read", unreadable);
        }
    }

    /** The other lines stay as they are, those of a later version too. */
    private void put(String name, Object value) throws Problem.Raised {
        List<String> lines = new ArrayList<>(List.of(name + "\t" + value));
        lines().stream().filter(line -> !line.startsWith(name + "\t")).forEach(lines::add);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(next);
            DurableFile.writeNew(next, String.join("\n", lines) + "\n");
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw raised("app.settings.write", unwritable);
        }
    }

    private static Optional<Period> period(String text) {
        try {
            Period age = Period.parse(text);
            return age.isZero() || !Outlook.isWarning(age) ? Optional.empty() : Optional.of(age);
        } catch (DateTimeException noPeriod) {
            return Optional.empty();
        }
    }

    private Problem.Raised raised(String key, IOException why) {
        return new Problem.Raised(
                new Problem(key, Message.of(key, file), Optional.of(FileReason.of(why)), Message.of(key + ".next")));
    }
}
