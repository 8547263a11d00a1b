package keyturn.practice.host;

import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import keyturn.practice.server.state.Instance;

/** The SQL Server that runs as a service of the host. */
public interface Engine {

    Instance instance();

    /** As the server's own clock shows it. */
    LocalDateTime now();

    boolean running();

    /** Every connection dies, and the server stays down. */
    void stop();

    /** @return whether it runs: not with the fault {@code start-fails} */
    boolean start();

    /** Of what the host and the server share: DLL files and the connector's registry. */
    void change(UnaryOperator<Instance> change);
}
