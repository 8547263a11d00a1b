package keyturn.practice.server.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import keyturn.practice.tsql.types.Bytes;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Thumbprints of both generations of the connector. */
final class KeyThumbprintTest {

    private static final Bytes PUBLISHED = Bytes.ofHex("2C5677D76F76D77F80");

    @Test
    void theOneThatMicrosoftPrintsIsAName() {
        assertEquals(Optional.of("KEY20181029"), KeyThumbprint.name(PUBLISHED));
        assertEquals(Optional.of(PUBLISHED), KeyThumbprint.ofName("KEY20181029"));
    }

    @Property
    void aNameComesBackAndFitsTwentyBytes(
            @ForAll @AlphaChars @NumericChars @Chars('-') @StringLength(min = 1, max = 26) String name) {
        Bytes thumbprint = KeyThumbprint.ofName(name).orElseThrow();
        assertTrue(thumbprint.length() <= 20);
        assertEquals(Optional.of(name), KeyThumbprint.name(thumbprint));
    }

    @Test
    void otherCharactersMakeNoneAndOtherBytesNoName() {
        assertEquals(Optional.empty(), KeyThumbprint.ofName("tde_key"));
        assertEquals(Optional.empty(), KeyThumbprint.ofName("tde/1"));
        assertEquals(Optional.empty(), KeyThumbprint.name(Bytes.ofHex("0041")), "a mark before the end");
    }

    @Test
    void aKeyHasTwentyBytesOfItsOwn() {
        Bytes one = KeyThumbprint.of(BigInteger.valueOf(77), BigInteger.valueOf(65537));
        assertEquals(20, one.length());
        assertEquals(one, KeyThumbprint.of(BigInteger.valueOf(77), BigInteger.valueOf(65537)));
        assertNotEquals(one, KeyThumbprint.of(BigInteger.valueOf(91), BigInteger.valueOf(65537)));
    }
}
