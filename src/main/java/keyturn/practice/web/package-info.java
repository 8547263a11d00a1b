/**
 * What the practice doors over HTTPS share: a small bounded server, requests and replies, JSON, faults, a state behind one reference.
 *
 * <p>The JDK's {@code HttpsServer} does not serve here: its limits of time and size are system properties of the whole
 * process, read once; it hands a handshake that never ends to a thread of its own, and knows no number of connections
 * for one door. The range has to outlast whoever connects, in a process that is not its own.
 */
@NullMarked
package keyturn.practice.web;

import org.jspecify.annotations.NullMarked;
