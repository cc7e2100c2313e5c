/**
 * The search index on Lucene: one index for all tenants.
 *
 * <p>A record is one document. Texts are indexed as overlapping pairs of characters (bigrams) with positions, so that any substring
 * is a phrase; single characters are indexed by themselves. There are two such fields for each text: folded, and as it stands for exact
 * search. Values are terms or points for filters and doc values for sorting. Field names carry the kind of their value, see {@link
 * io.fumikura.search.lucene.Names}.
 */
@NullMarked
package io.fumikura.search.lucene;

import org.jspecify.annotations.NullMarked;
