/** The range's doors over HTTPS through Microsoft's libraries for node, which share no code with Java. */
@NullMarked
package keyturn.practice.node;

import org.jspecify.annotations.NullMarked;
