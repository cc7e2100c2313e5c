/** The ledger of books (帳票): invoices, quotations, orders, receipts and their like. */
@NullMarked
package io.fumikura.type.book;

import org.jspecify.annotations.NullMarked;
