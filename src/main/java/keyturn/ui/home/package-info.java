/**
 * The home of a server: its health, what was found there, what may be done next. One stands here after connecting, whether or
 * not a job was chosen. In a flow's list of steps it is called Inspect, because that is what happened there.
 */
@NullMarked
package keyturn.ui.home;

import org.jspecify.annotations.NullMarked;
