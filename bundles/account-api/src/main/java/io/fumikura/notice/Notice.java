package io.fumikura.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice of the operators as one person sees it.
 *
 * @param title in the person's language
 * @param text in the person's language; plain, with line breaks
 * @param starts since when it is shown
 * @param fresh whether the person has not read it yet
 */
public record Notice(UUID id, String title, String text, Instant starts, boolean fresh) {}
