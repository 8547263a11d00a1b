package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import keyturn.practice.tsql.SqlError;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Any text may be raised; what a place is filled with is never read as a place. */
final class RaisedTextTest {

    @Property
    void aTextWhosePercentSignsAreDoubledComesOutAsItIs(@ForAll @StringLength(max = 2047) String text) {
        assertEquals(text, RaisedText.fill(text.replace("%", "%%"), List.of()));
    }

    @Property
    void anArgumentComesOutAsItIs(@ForAll @StringLength(max = 1000) String text, @ForAll int number) {
        assertEquals(
                "[" + text + "|" + number + "]",
                RaisedText.fill("[%s|%d]", List.of(Optional.of(text), Optional.of(number))));
    }

    @Property
    void aNumberIsPaddedAsJavaPadsIt(@ForAll int number, @ForAll @IntRange(min = 1, max = 20) int width) {
        assertEquals(
                ("%" + width + "d").formatted(number),
                RaisedText.fill("%*d", List.of(Optional.of(width), Optional.of(number))));
        assertEquals(
                ("%-" + width + "x|").formatted(number),
                RaisedText.fill("%-" + width + "x|", List.of(Optional.of(number))));
    }

    @Property(tries = 3000)
    void anyTemplateIsFilledOrRefusedWithTheServersNumber(
            @ForAll
                    @Chars({'%', '-', '+', '0', '5', '#', ' ', '.', '*', 'd', 'i', 's', 'x', 'l', 'I', '6', '4', 'z'})
                    @StringLength(max = 12)
                    String template,
            @ForAll int number,
            @ForAll @StringLength(max = 5) String text) {
        try {
            RaisedText.fill(template, List.of(Optional.of(number), Optional.of(text), Optional.empty()));
        } catch (SqlError e) {
            assertTrue(e.number() == 2786 || e.number() == 2787, e.number() + " " + e.text());
        }
    }

    @Property(tries = 20)
    void whatIsTooLongIsCut(@ForAll @IntRange(min = 2048, max = 4000) int length) {
        String filled = RaisedText.fill("x".repeat(length), List.of());
        assertEquals("x".repeat(2044) + "...", filled);
    }
}
