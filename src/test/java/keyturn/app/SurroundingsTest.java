package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SurroundingsTest {

    private static final Path HOME = Path.of("home").toAbsolutePath();

    @Test
    void linuxHasADisplayWhereOneIsNamed() {
        assertFalse(Display.available(Map.of(), "Linux"));
        assertFalse(Display.available(Map.of("DISPLAY", ""), "Linux"));
        assertTrue(Display.available(Map.of("DISPLAY", ":0"), "Linux"));
        assertTrue(Display.available(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux"));
        assertTrue(Display.available(Map.of(), "Windows Server 2022"));
    }

    @Test
    void coloursAreLeftOutWhereForbiddenOrNotKnown() {
        assertTrue(Consoles.colour(Map.of("TERM", "xterm"), "Linux"));
        assertFalse(Consoles.colour(Map.of("TERM", "xterm", "NO_COLOR", "1"), "Linux"));
        assertFalse(Consoles.colour(Map.of("TERM", "dumb"), "Linux"));
        assertFalse(Consoles.colour(Map.of(), "Windows 10"));
        assertTrue(Consoles.colour(Map.of("WT_SESSION", "x"), "Windows 10"));
    }

    @Test
    void stateLiesWhereTheSystemWantsIt() {
        Path named = HOME.resolve("named");
        assertEquals(
                HOME.resolve(".local").resolve("state").resolve("keyturn"),
                StateFolder.of(Map.of(), "Linux", HOME).path());
        assertEquals(
                named.resolve("keyturn"),
                StateFolder.of(Map.of("XDG_STATE_HOME", named.toString()), "Linux", HOME)
                        .path());
        assertEquals(
                HOME.resolve(".local").resolve("state").resolve("keyturn"),
                StateFolder.of(Map.of("XDG_STATE_HOME", "relative"), "Linux", HOME)
                        .path());
        assertEquals(
                named.resolve("Keyturn"),
                StateFolder.of(Map.of("LOCALAPPDATA", named.toString()), "Windows 11", HOME)
                        .path());
    }

    @Test
    void theSameFaultHasTheSameCode() {
        assertEquals(Crash.code(fault()), Crash.code(fault()));
        assertNotEquals(Crash.code(fault()), Crash.code(new IllegalStateException("elsewhere")));
    }

    private static Throwable fault() {
        return new IllegalArgumentException("here");
    }
}
