package keyturn.run.door;

import keyturn.script.act.SqlAct;

/** Acts on SQL Server: one session, kept for the whole run; every result of an act is drained. */
public interface SqlWriter extends ActWriter<SqlAct> {}
