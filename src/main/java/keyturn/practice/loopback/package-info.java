/** How clients come in, whatever they speak: a port on loopback that admits so many and keeps no thread of who has gone. */
@NullMarked
package keyturn.practice.loopback;

import org.jspecify.annotations.NullMarked;
