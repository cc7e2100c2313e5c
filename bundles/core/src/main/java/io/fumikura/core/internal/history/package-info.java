/** The history of records: append only. */
@NullMarked
package io.fumikura.core.internal.history;

import org.jspecify.annotations.NullMarked;
