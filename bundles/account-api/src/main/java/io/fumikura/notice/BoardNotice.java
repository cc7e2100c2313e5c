package io.fumikura.notice;

import java.util.UUID;

/**
 * A notice as operators see it.
 *
 * @param tenantName of the company that it is for; empty for all
 * @param readers how many people have read it
 * @param version for changes; grows with each
 */
public record BoardNotice(UUID id, NoticeForm form, String tenantName, long readers, long version) {}
