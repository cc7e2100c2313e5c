/**
 * Mails: an action puts one with {@link io.fumikura.core.internal.mail.Mails} into the database in its own transaction; the sender hands it to the
 * notifier plugin afterwards, for as long as it takes. Texts are templates, {@code mail/<template>.<ja|en>.txt} among the resources.
 */
@NullMarked
package io.fumikura.core.internal.mail;

import org.jspecify.annotations.NullMarked;
