package keyturn.practice.contract;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A server to ask.
 *
 * @param certificate the one to expect; empty: one that the system trusts
 * @param folder for files of the client
 */
record Place(String host, int port, String user, String password, Optional<Path> certificate, Path folder) {

    @Override
    public String toString() {
        return host + "," + port;
    }
}
