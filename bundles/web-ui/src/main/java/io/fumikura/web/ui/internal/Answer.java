package io.fumikura.web.ui.internal;

import java.net.URL;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to a request.
 *
 * @param body the bytes themselves; null when they stand in {@code resource}
 * @param resource where the bytes are; null when they are in {@code body}
 */
@SuppressWarnings("ArrayRecordComponent") // made, sent and forgotten; never compared
record Answer(int status, Map<String, String> headers, byte @Nullable [] body, @Nullable URL resource) {}
