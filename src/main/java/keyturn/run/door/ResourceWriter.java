package keyturn.run.door;

import keyturn.script.act.ManagerAct;

/** Acts at the resource manager of a target. */
public interface ResourceWriter extends ActWriter<ManagerAct> {}
