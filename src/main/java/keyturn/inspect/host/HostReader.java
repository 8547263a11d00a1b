package keyturn.inspect.host;

import java.util.List;
import java.util.Optional;
import keyturn.domain.host.HostSight;
import keyturn.inspect.Told;

/** Reads the Windows host of a server. It changes nothing there. */
@FunctionalInterface
public interface HostReader {

    /**
     * @param folders whose DLLs and packages are looked at, with all below them
     * @param account that SQL Server runs as, where it is known
     */
    Told<HostSight> look(List<String> folders, Optional<String> account);
}
