package keyturn.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import keyturn.domain.NodeName;
import keyturn.domain.Secret;
import keyturn.domain.ServerAddress;
import keyturn.domain.Target;
import keyturn.inspect.Worlds;
import keyturn.practice.Range;

/** A range as a world: reached by an ordinary address, login and certificate. */
final class PracticeWorld implements Worlds.World {

    private final Range range;
    private final Consumer<PracticeWorld> onClose;

    PracticeWorld(Range range, Consumer<PracticeWorld> onClose) {
        this.range = range;
        this.onClose = onClose;
    }

    @Override
    public Target target() {
        ServerAddress address = new ServerAddress("127.0.0.1", Optional.empty(), OptionalInt.of(range.port()));
        Target.Node node = new Target.Node(new NodeName(address.toString()), address);
        Secret password = Secret.of(range.password().toCharArray());
        return new Target(
                List.of(node),
                new Target.SqlLogin(range.user(), password),
                new Target.Verified(Optional.of(range.certificate())));
    }

    @Override
    public String scenario() {
        return range.scenario();
    }

    @Override
    public Worlds.Offers offers() {
        return new Worlds.Offers(range.offers());
    }

    /** Whether it started is seen by whoever connects next. */
    @Override
    public void restart() {
        boolean unused = range.restart();
    }

    @Override
    public void awaitClosed() throws InterruptedException {
        range.awaitClose();
    }

    /** Synchronized: who comes second, as the end of the program does, waits until all is closed. */
    @Override
    public synchronized void close() {
        range.close();
        onClose.accept(this);
    }
}
