/** REST resources and their data transfer records. Speaks to the APIs only; knows nothing of core. */
@NullMarked
package io.fumikura.rest.internal;

import org.jspecify.annotations.NullMarked;
