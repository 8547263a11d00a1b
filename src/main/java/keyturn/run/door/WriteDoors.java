package keyturn.run.door;

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
        DoorOpener<DirectoryWriter> directory) {}
