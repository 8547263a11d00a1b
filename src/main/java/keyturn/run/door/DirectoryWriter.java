package keyturn.run.door;

import keyturn.script.act.DirectoryAct;

/** Acts in the directory of a target. */
public interface DirectoryWriter extends ActWriter<DirectoryAct> {}
