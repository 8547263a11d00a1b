package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import keyturn.tools.WrappedWords;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With every text between brackets and a third longer, as other languages are, nothing is cut off. */
@Tag("matrix")
final class PseudoLocaleTest {

    @Test
    void nothingIsCutOff() throws Exception {
        List<String> cut = WrappedWords.lengthened().call(PseudoLocale.class, "cut", "1024", "700", "1280", "800");
        assertEquals("", String.join("\n", cut));
    }
}
