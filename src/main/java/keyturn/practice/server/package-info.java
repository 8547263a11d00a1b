/** The practice SQL Server: its state as one immutable value, what statements do to it, what views read from it. */
@NullMarked
package keyturn.practice.server;

import org.jspecify.annotations.NullMarked;
