/** Measurements. Each starts the real platform in a scratch folder, uses it through HTTP and prints its figures beside a reference. */
@NullMarked
package io.fumikura.benchmarks;

import org.jspecify.annotations.NullMarked;
