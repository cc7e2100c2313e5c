/** Time stamps over HTTP (RFC 3161, 3.4), by the configuration {@code io.fumikura.tsa.rfc3161}. */
@NullMarked
package io.fumikura.tsa.rfc3161;

import org.jspecify.annotations.NullMarked;
