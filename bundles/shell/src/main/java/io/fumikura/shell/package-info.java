/**
 * Commands for operators in Karaf's shell, scope {@code fumikura}: one class per command, over the services of the APIs. They act as {@link
 * io.fumikura.shell.Console#operator()}.
 */
@NullMarked
package io.fumikura.shell;

import org.jspecify.annotations.NullMarked;
