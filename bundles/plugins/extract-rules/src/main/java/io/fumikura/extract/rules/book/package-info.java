/**
 * Rules for books: invoices, quotations, orders, receipts and their like, in any language that they know the labels of. They see a
 * document as a {@link io.fumikura.extract.rules.book.Sheet} of cells, because what a figure means is told by what stands to its left or
 * above it.
 */
@NullMarked
package io.fumikura.extract.rules.book;

import org.jspecify.annotations.NullMarked;
