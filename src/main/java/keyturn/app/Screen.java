package keyturn.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.OperatingSystem;

/** How wide the terminal is. */
final class Screen {

    private static final int NARROWEST = 60;
    /** Longer lines are hard to read. */
    private static final int WIDEST = 140;

    private static final int MILLIS = 500;

    private Screen() {}

    /**
     * COLUMNS, else what the terminal says, else {@link TerminalPage#WIDTH}; within what pages can be read at.
     *
     * @param person a terminal is there to be asked
     */
    static int width(Map<String, String> environment, boolean person, String system) {
        Optional<Integer> said = number(environment.getOrDefault("COLUMNS", ""));
        boolean ask = said.isEmpty() && person && !OperatingSystem.isWindows(system);
        return said.or(() -> ask ? asked() : Optional.empty())
                .map(columns -> Math.clamp(columns, NARROWEST, WIDEST))
                .orElse(TerminalPage.WIDTH);
    }

    /** {@code stty size}: rows, then columns. */
    private static Optional<Integer> asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return stty.waitFor(MILLIS, TimeUnit.MILLISECONDS) && stty.exitValue() == 0
                    ? number(size.strip().replaceAll(".* ", ""))
                    : Optional.empty();
        } catch (IOException unasked) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("[1-9]\\d{0,3}"))
                .map(Integer::valueOf);
    }
}
