package keyturn.run.door;

import keyturn.script.act.VaultAct;

/** Acts in the vaults of a target. Never deletes, purges or disables. */
public interface VaultWriter extends ActWriter<VaultAct> {}
