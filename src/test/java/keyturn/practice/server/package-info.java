/** What the practice server does, seen through Microsoft's driver on a started range. */
@NullMarked
package keyturn.practice.server;

import org.jspecify.annotations.NullMarked;
