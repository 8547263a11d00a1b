package keyturn.script.act;

/** An act that Keyturn itself sends, through the door of its family. */
public sealed interface DoorAct extends Act permits SqlAct, VaultAct, DirectoryAct, HostAct, ManagerAct {}
