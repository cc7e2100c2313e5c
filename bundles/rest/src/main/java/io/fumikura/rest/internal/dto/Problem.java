package io.fumikura.rest.internal.dto;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.Map;

/**
 * An error (RFC 9457).
 *
 * @param code stable, for programs
 * @param detail what happened and what to do, in English
 * @param details further members
 */
public record Problem(
        String type, String title, int status, String code, String detail, @JsonAnyGetter Map<String, Object> details) {}
