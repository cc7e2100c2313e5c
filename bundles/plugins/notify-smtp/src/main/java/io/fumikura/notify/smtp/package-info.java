/** Hands mails to any SMTP server, configured by PID {@code io.fumikura.notify.smtp}. */
@NullMarked
package io.fumikura.notify.smtp;

import org.jspecify.annotations.NullMarked;
