package io.fumikura.document;

/** A document kind inside a ledger (種類 / 分類), e.g. {@code invoice}. Ids are lower case with dashes. */
public record Kind(String id, LocalizedText label) {}
