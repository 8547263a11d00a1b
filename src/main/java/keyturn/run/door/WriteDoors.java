package keyturn.run.door;

import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;

/**
 * The doors that acts go through, each opened when an act first needs it.
 *
 * @param lock takes the instance's one lock, without waiting: {@code run.locked} if another run holds it, with who, since when
 *     and from where as far as this login may see it; {@code run.act-running} if an act of an interrupted run is still being
 *     performed
 */
public record WriteDoors(
        DoorOpener<InstanceLock> lock,
        DoorOpener<SqlWriter> sql,
        DoorOpener<VaultWriter> vault,
        DoorOpener<DirectoryWriter> directory,
        DoorOpener<HostWriter> host,
        DoorOpener<ResourceWriter> manager) {

    /** Without a way to act on the host: its steps are an operator's. */
    public WriteDoors(
            DoorOpener<InstanceLock> lock,
            DoorOpener<SqlWriter> sql,
            DoorOpener<VaultWriter> vault,
            DoorOpener<DirectoryWriter> directory) {
        this(
                lock,
                sql,
                vault,
                directory,
                (target, plan, run) -> {
                    throw new Problem.Raised(noHost());
                },
                (target, plan, run) -> {
                    throw new Problem.Raised(noManager());
                });
    }

    private static Problem noManager() {
        return new Problem(
                "run.no-manager", Message.of("run.noManager"), Optional.empty(), Message.of("run.noManager.next"));
    }

    private static Problem noHost() {
        return new Problem("run.no-host", Message.of("run.noHost"), Optional.empty(), Message.of("run.noHost.next"));
    }
}
