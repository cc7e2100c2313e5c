package io.fumikura.core.internal.record;

import io.fumikura.account.Caller;
import io.fumikura.document.RecordId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is registered.
 *
 * @param ledger the one asked for; empty when document types decide
 * @param passwordEncrypted by {@code Secrets} with the tenant's id as context
 */
public record NewRecord(
        RecordId id,
        Caller caller,
        Optional<String> ledger,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        @Nullable String passwordEncrypted) {}
