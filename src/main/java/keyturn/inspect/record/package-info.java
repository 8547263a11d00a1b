/**
 * A recording: what one SQL Server answered to Keyturn's questions, with every name, host, path and id replaced by a stand-in, so that
 * its owner can hand it on. Whatever is not known to be harmless is replaced. The same name is always the same stand-in, also inside
 * the questions, so that an inspection can be taken from a recording as from a server.
 */
@NullMarked
package keyturn.inspect.record;

import org.jspecify.annotations.NullMarked;
