/** The worker process: reads requests on standard input, answers on standard output. Uses nothing of the platform. */
@NullMarked
package io.fumikura.read.image.worker;

import org.jspecify.annotations.NullMarked;
