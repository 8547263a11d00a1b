package keyturn.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WantedTest {

    @ParameterizedTest
    @CsvSource({
        "Tenant00777, 0777, true",
        "Tenant00777, TENANT 77, true",
        "Tenant00777, '  77 ten ', true",
        "Tenant00777, '', true",
        "Tenant00777, ' ', true",
        "Tenant00777, 0777 sales, false"
    })
    void eachWordIsHeldInAnyOrder(String text, String words, boolean held) {
        assertEquals(held, Wanted.holds(text, words));
    }
}
