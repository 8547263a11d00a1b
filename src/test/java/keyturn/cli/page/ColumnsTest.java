package keyturn.cli.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class ColumnsTest {

    @Test
    void aPathBreaksAtBlanksAndAfterBackslashes() {
        assertEquals(
                List.of("C:\\Program", "Files\\SQL Server", "Connector\\a.dll"),
                Columns.wrap("C:\\Program Files\\SQL Server Connector\\a.dll", 18));
        assertEquals(
                List.of("C:\\Connector\\", "15.0.2000.440\\", "a.dll"),
                Columns.wrap("C:\\Connector\\15.0.2000.440\\a.dll", 18));
    }

    @Test
    void aWordLongerThanTheLineBreaksAnywhere() {
        assertEquals(List.of("aaaa", "aaaa", "aa"), Columns.wrap("aaaaaaaaaa", 4));
    }

    @Test
    void wideCharactersTakeTwoColumnsAndMarksNone() {
        assertEquals(6, Columns.width("鍵ab\u0301€🔑".replace("€", "")));
        assertEquals(1, Columns.width("€"));
    }

    @Test
    void whatSteersATerminalIsShownAndNotSent() {
        assertEquals("a\\u{1b}[31mb\\u{a}c\\u{202e}", Columns.visible("a\u001b[31mb\nc\u202e"));
    }

    @Property
    void noLineIsWiderThanItsRoomAndNothingButBlanksIsLost(
            @ForAll String text, @ForAll @IntRange(min = 2, max = 90) int room) {
        String shown = Columns.visible(text);
        List<String> lines = Columns.wrap(shown, room);
        assertTrue(lines.stream().allMatch(line -> Columns.width(line) <= room), lines::toString);
        assertEquals(bare(shown), bare(String.join("", lines)));
    }

    @Property
    void aVisibleTextHoldsNoControlCharacter(@ForAll String text) {
        assertFalse(Columns.visible(text).chars().anyMatch(Character::isISOControl));
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder();
        text.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
