/**
 * What the window asks of this computer and of nobody's data: the certificate that a server shows, files and folders in the system's
 * own programs, the list of servers of another tool. Each is one port; what may wait says so.
 */
@NullMarked
package keyturn.ui.desk;

import org.jspecify.annotations.NullMarked;
