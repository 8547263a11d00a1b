package keyturn.ui.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ProposedNameTest {

    @Test
    void theNameOfAnInstanceBecomesPartOfAFilesName() {
        assertEquals("keyturn-change-SQLPROD07-FIN.zip", ProposedName.of("keyturn-change-SQLPROD07\\FIN.zip"));
        assertEquals("keyturn-left-a-b-c.zip", ProposedName.of("keyturn-left-a:b|c.zip"));
    }
}
