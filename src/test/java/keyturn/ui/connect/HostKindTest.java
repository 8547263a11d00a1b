package keyturn.ui.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import keyturn.domain.ServerAddress;
import keyturn.domain.host.HostDoor;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** The way to the Windows host that is chosen becomes a door of the target. */
@BesideOthers
final class HostKindTest {

    private static final ServerAddress SERVER = ServerAddress.parse("SQL01\\SALES,1433");

    @Test
    void remotingGoesToTheHostOfTheServer() {
        assertEquals(Optional.of(new HostDoor.Remoting("SQL01")), HostKind.REMOTE.door(SERVER));
        assertEquals(Optional.of(new HostDoor.Local()), HostKind.LOCAL.door(SERVER));
        assertEquals(Optional.empty(), HostKind.NONE.door(SERVER));
    }

    @Test
    void withoutANameThereIsNoRemoting() {
        ServerForm form = new ServerForm();
        form.server().set("[fe80::1]");
        form.host().set(HostKind.REMOTE);
        assertTrue(form.reason().isPresent());
        form.host().set(HostKind.NONE);
        assertFalse(form.reason().isPresent());
        form.host().set(HostKind.REMOTE);
        form.server().set("SQL01");
        assertFalse(form.reason().isPresent());
    }
}
