/** One list of batches with their answers, and the clients that must all see these: of the range, and of a real server. */
@NullMarked
package keyturn.practice.contract;

import org.jspecify.annotations.NullMarked;
