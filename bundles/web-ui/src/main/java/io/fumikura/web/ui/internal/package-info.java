/** Serves the web application; everything else that it does, it does over the REST API. */
@NullMarked
package io.fumikura.web.ui.internal;

import org.jspecify.annotations.NullMarked;
