/** The ledger of contracts (契約書): its kinds and fields, which documents belong to it, its deadlines and its checks. */
@NullMarked
package io.fumikura.type.contract;

import org.jspecify.annotations.NullMarked;
