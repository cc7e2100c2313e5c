package io.fumikura.core.internal.mail;

/** What a recipient reads. */
record MailText(String subject, String text) {}
