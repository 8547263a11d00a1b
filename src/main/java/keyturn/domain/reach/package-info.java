/** What was seen of the network: addresses that must be reached, and whether they were, from this computer. */
@NullMarked
package keyturn.domain.reach;

import org.jspecify.annotations.NullMarked;
