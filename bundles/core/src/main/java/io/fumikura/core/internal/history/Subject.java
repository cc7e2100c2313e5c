package io.fumikura.core.internal.history;

import java.util.UUID;

/**
 * What an entry is about.
 *
 * @param type {@code record}, {@code user}, {@code group}, {@code tenant}, {@code session}, {@code mail}, {@code plan}, {@code history},
 *     {@code token}; at most 20 characters
 * @param id of the thing; the tenant's id (or {@link Logs#PLATFORM}) where it has none of its own
 */
public record Subject(String type, UUID id) {}
