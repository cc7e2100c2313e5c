/** Makes PDF of Office files with LibreOffice, which runs outside of the JVM and is started when it is first needed. */
@NullMarked
package io.fumikura.render.office;

import org.jspecify.annotations.NullMarked;
