package keyturn.practice.server.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** The form in which Windows keeps the public half of a key. */
final class PublicHalfTest {

    @Test
    void theHeadSaysWhatFollowsAndNumbersStandTheirLowestByteFirst() {
        BigInteger modulus = BigInteger.ONE.shiftLeft(2047).add(BigInteger.valueOf(0x0102));
        String blob = PublicHalf.of(modulus, BigInteger.valueOf(65537)).toString();
        assertEquals("0x0602000000A400005253413100080000010001000201" + "00".repeat(253) + "80", blob);
    }
}
