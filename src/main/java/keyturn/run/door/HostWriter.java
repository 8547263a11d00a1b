package keyturn.run.door;

import keyturn.script.act.HostAct;

/** Acts on the host of a target: each one a fixed script of which nothing but its line of parameters is data. */
public interface HostWriter extends ActWriter<HostAct> {}
